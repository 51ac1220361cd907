package org.tongban.casework.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tongban.database.Binds;
import org.tongban.database.SharedCommits;
import org.tongban.database.SharedCommits.Write;

/**
 * The store of cases. Loading is one statement; storing is one statement as well: the row is
 * changed if its line still ends where it ended when the act was decided on, and only then
 * everything else is written. A version alone would not do: the last line's hash also tells an act
 * that was taken back from the one that came in its place. Without a transaction around it that one
 * statement is its own, and its commit costs no round trip more.
 */
@Component
public class CaseLedger {

    private static final String LOAD =
            """
            SELECT progress, applicant_name, event_count, last_hash,
                   (SELECT count(*) FROM case_notice AS n WHERE n.case_id = f.case_id) AS notices,
                   ARRAY(SELECT act_id FROM case_event AS e WHERE e.case_id = f.case_id) AS acts
              FROM case_file AS f
             WHERE case_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Origins origins;
    private final SharedCommits commits;
    private final RecentCases recent = new RecentCases();

    CaseLedger(JdbcTemplate jdbc, Origins origins, SharedCommits commits) {
        this.jdbc = jdbc;
        this.origins = origins;
        this.commits = commits;
    }

    /** The case as of now. */
    public Optional<Held> load(UUID caseId) {
        return jdbc.query(LOAD, new Binds().id(caseId), (row, _) -> held(row)).stream().findFirst();
    }

    /**
     * The case as this node wrote it last, if that was lately. Somebody else may have acted since:
     * good for deciding what is then stored with {@link #append}, which finds that out, and for
     * nothing else.
     */
    public Optional<Held> recent(UUID caseId) {
        return recent.find(caseId);
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                CaseJson.readFile(row.getString("progress")),
                row.getString("applicant_name"),
                row.getInt("event_count"),
                row.getBytes("last_hash"),
                row.getInt("notices"),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray("acts").getArray())));
    }

    /**
     * Writes the act, if the case is still the one that was decided on.
     *
     * @return false when somebody else was faster; nothing is written then
     */
    public boolean append(Held before, Entry entry) {
        var line = line(before.events() + 1, entry);
        var hash = line.hash(before.lastHash());
        var stored =
                carryOut(
                        StoringStatement.moving(before, entry, line, hash)
                                .of(entry.next().caseId()));
        if (stored) {
            recent.keep(before.after(entry, line.seq(), hash));
        } else {
            recent.forget(entry.next().caseId());
        }
        return stored;
    }

    /**
     * Writes a new case with all that belongs to it.
     *
     * @return false when the application has become a case already
     */
    public boolean open(NewCase made, Entry entry) {
        var line = line(1, entry);
        var hash = line.hash(Line.beginning());
        var stored =
                carryOut(
                        StoringStatement.opening(made, entry, line, hash)
                                .of(entry.next().caseId()));
        if (stored) {
            recent.keep(Held.opened(made.applicantName(), entry, hash));
        }
        return stored;
    }

    private boolean carryOut(Write storing) {
        try {
            return commits.write(storing);
        } catch (DuplicateKeyException sameLine) {
            // Two acts on one version met in the event line's key: the other one was faster.
            return false;
        }
    }

    private Line line(int seq, Entry entry) {
        return new Line(
                entry.next().caseId(),
                seq,
                entry.at(),
                entry.event().act(),
                entry.actId(),
                entry.actor().kind(),
                entry.actor().id(),
                entry.actor().name(),
                CaseJson.body(entry.event(), origins.current(), entry.notice()));
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
