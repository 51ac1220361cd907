package org.tongban.bench;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A contender whose cost is known: one row an act, and as many commits a case as it is told. */
final class Ledger implements Contender {

    private final boolean commitsEachAct;
    private @Nullable DataSource database;

    Ledger(boolean commitsEachAct) {
        this.commitsEachAct = commitsEachAct;
    }

    @Override
    public String name() {
        return commitsEachAct ? "Honest ledger" : "Lazy ledger";
    }

    @Override
    public String settings() {
        return "none";
    }

    @Override
    public void prepare(DataSource empty) {
        database = empty;
        run("CREATE TABLE line (case_number bigint, act text)");
    }

    @Override
    public void runCase(long number, Acts acts) {
        try (var connection = database().getConnection();
                var line = connection.prepareStatement("INSERT INTO line VALUES (?, ?)")) {
            connection.setAutoCommit(commitsEachAct);
            for (var act : Act.values()) {
                line.setLong(1, number);
                line.setString(2, act.label());
                acts.time(act, () -> execute(line));
            }
            if (!commitsEachAct) {
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new BenchFailed("ledger", failure);
        }
    }

    @Override
    public long finishedCases() {
        try (var connection = database().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM line WHERE act = 'deliver'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new BenchFailed("ledger", failure);
        }
    }

    @Override
    public void close() {
        run("DROP TABLE line");
    }

    private static void execute(java.sql.PreparedStatement line) {
        try {
            line.executeUpdate();
        } catch (SQLException failure) {
            throw new BenchFailed("ledger", failure);
        }
    }

    private void run(String command) {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new BenchFailed("ledger", failure);
        }
    }

    private DataSource database() {
        var known = database;
        if (known == null) {
            throw new IllegalStateException("prepare() comes first");
        }
        return known;
    }
}
