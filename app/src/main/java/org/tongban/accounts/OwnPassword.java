package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.PasswordProof;
import org.tongban.access.Passwords;
import org.tongban.law.LegalBasis;

/** The password of a person's own account: set by them, changed by whoever knows it. */
@Component
public class OwnPassword {

    private final DSLContext db;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final AccountSignIns signIns;

    /** What came of it. */
    public enum Set {
        DONE,
        /** The password until now is not the one that was typed. */
        WRONG,
        /** Too many wrong ones came from this address. */
        WAIT,
        /** Somebody else signs in under this name. */
        LOGIN_TAKEN
    }

    OwnPassword(DSLContext db, Passwords passwords, PasswordProof proof, AccountSignIns signIns) {
        this.db = db;
        this.passwords = passwords;
        this.proof = proof;
        this.signIns = signIns;
    }

    /** The login of an account that has a password; empty for one without. */
    public Optional<String> login(UUID accountId) {
        return db.select(ACCOUNT.LOGIN)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                .and(ACCOUNT.PASSWORD_HASH.isNotNull())
                .fetchOptional(ACCOUNT.LOGIN);
    }

    /** Changes the password. What was typed has been checked. */
    @LegalBasis("practice/sign-in/password")
    public Set change(UUID accountId, String until, String password, String address) {
        var login = login(accountId).orElse("");
        return switch (proof.prove(signIns, login, until, address)) {
            case PasswordProof.Proved.Wrong() -> Set.WRONG;
            case PasswordProof.Proved.Wait() -> Set.WAIT;
            case PasswordProof.Proved.Is _ -> {
                db.update(ACCOUNT)
                        .set(ACCOUNT.PASSWORD_HASH, passwords.hash(password))
                        .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                        .execute();
                yield Set.DONE;
            }
        };
    }

    /**
     * Gives a first password to an account without one.
     *
     * @param login in lower case
     */
    public Set first(UUID accountId, String login, String password) {
        var hash = passwords.hash(password);
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    if (tx.fetchExists(
                            ACCOUNT, ACCOUNT.LOGIN.eq(login), ACCOUNT.ACCOUNT_ID.ne(accountId))) {
                        return Set.LOGIN_TAKEN;
                    }
                    var written =
                            tx.update(ACCOUNT)
                                    .set(ACCOUNT.LOGIN, login)
                                    .set(ACCOUNT.PASSWORD_HASH, hash)
                                    .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
                                    .and(ACCOUNT.PASSWORD_HASH.isNull())
                                    .execute();
                    // Somebody set one a moment ago: whoever sets the next has to know it.
                    return written == 1 ? Set.DONE : Set.WRONG;
                });
    }
}
