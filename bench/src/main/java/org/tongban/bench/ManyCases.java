package org.tongban.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.tongban.codes.CaseNumber;
import org.tongban.codes.RegionCode;

/**
 * Multiplies the cases that a demonstration told to any number. Every row was made by the engine: a
 * copy has another id, number and holder and, if it is closed, another day within the last years.
 */
final class ManyCases {

    /** Three years of closed cases. */
    private static final int DAYS_OF_HISTORY = 1_000;

    private static final int HOLDERS = 400_000;
    private static final int BATCH = 50_000;
    private static final int HASH_BYTES = 32;
    private static final long LOW_48_BITS = 0xffffffffffffL;
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周韦潘莫蒙陆石杨吴罗白";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂兰建国华志飞";

    /** Whose rows belong to a case, after the case itself. */
    private static final List<String> TABLES =
            List.of(
                    "case_file",
                    "case_event",
                    "case_task",
                    "case_clock",
                    "case_material",
                    "case_notice");

    private final DataSource database;
    private final SplittableRandom random = new SplittableRandom(2026);
    private final LocalDate today;
    private int number;

    ManyCases(DataSource database, LocalDate today) {
        this.database = database;
        this.today = today;
    }

    /**
     * Fills until there are so many closed and open cases, and brings the statistics up to date.
     */
    void fill(int closed, int open) {
        try (var connection = database.getConnection()) {
            run(connection, "SET synchronous_commit = off");
            run(connection, "SET session_replication_role = replica");
            run(
                    connection,
                    "CREATE UNLOGGED TABLE copy_of (old_id uuid, new_id uuid, n int, shift int,"
                            + " case_no text, name text, hash bytea, account uuid)");
            copies(connection, templates(connection, "state = 'closed'"), closed, true);
            if (open > 0) {
                copies(connection, templates(connection, "state <> 'closed'"), open, false);
            }
            run(connection, "DROP TABLE copy_of");
            run(connection, "SET session_replication_role = origin");
            run(connection, "SET synchronous_commit = on");
            run(connection, "VACUUM ANALYZE");
        } catch (SQLException failure) {
            throw new BenchFailed("the cases could not be filled in", failure);
        }
    }

    private static List<String> templates(Connection connection, String which) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT case_id FROM case_file WHERE "
                                        + which
                                        + " ORDER BY case_id")) {
            while (rows.next()) ids.add(rows.getString(1));
        }
        if (ids.isEmpty()) throw new BenchFailed("no case to copy: " + which);
        return ids;
    }

    private void copies(Connection connection, List<String> templates, int wanted, boolean closed)
            throws SQLException {
        for (var made = 0; made < wanted; made += BATCH) {
            var many = Math.min(BATCH, wanted - made);
            run(connection, "TRUNCATE copy_of");
            name(connection, templates, many, closed);
            for (var table : TABLES) multiply(connection, table, Map.of());
            if (closed) {
                multiply(
                        connection,
                        "certificate",
                        Map.of(
                                "certificate_id", "gen_random_uuid()",
                                "identifier", "t.identifier || '-' || m.n",
                                "number", "t.number || '-' || m.n",
                                "verify_token", "t.verify_token || '-' || m.n",
                                "holder_name", "m.name",
                                "holder_hash", "m.hash",
                                "account_id", "m.account"));
                run(connection, RATINGS);
            }
            say("%,d of %,d %s cases".formatted(made + many, wanted, closed ? "closed" : "open"));
        }
    }

    private static final String RATINGS =
            """
            INSERT INTO rating (case_id, agency_key, satisfaction, words, channel, rated_at)
            SELECT m.new_id, f.agency_key, CASE WHEN m.n % 29 = 0 THEN 4 ELSE 1 + m.n % 2 END,
                   CASE WHEN m.n % 30 = 0 THEN '窗口的同志很耐心。' END, 'online', f.closed_at
              FROM copy_of m JOIN case_file f ON f.case_id = m.new_id
             WHERE m.n % 3 = 0 AND f.closed_at IS NOT NULL
            """;

    /** Says which copies there shall be: of whom, under which id and number, on which day. */
    private void name(Connection connection, List<String> templates, int many, boolean closed)
            throws SQLException {
        var region = RegionCode.of("522732000000");
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO copy_of VALUES (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::uuid)")) {
            for (var i = 0; i < many; i++) {
                number++;
                var holder = random.nextInt(HOLDERS);
                var day = today.minusDays(1 + number % DAYS_OF_HISTORY);
                var serial = 100_000 + number / DAYS_OF_HISTORY;
                insert.setString(1, templates.get(number % templates.size()));
                insert.setString(
                        2,
                        "%08x-0000-7000-8000-%012x"
                                .formatted(number, random.nextLong() & LOW_48_BITS));
                insert.setInt(3, number);
                insert.setInt(4, closed ? number % DAYS_OF_HISTORY : 0);
                insert.setString(5, CaseNumber.compose(region, day, 'W', serial).value());
                insert.setString(6, nameOf(holder));
                insert.setBytes(7, hashOf(holder));
                insert.setString(8, "00000000-0000-4000-8000-%012x".formatted(holder));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[] hashOf(int holder) {
        return ByteBuffer.allocate(HASH_BYTES).putInt(holder).array();
    }

    /** A few names are borne by thousands, as everywhere. */
    private static String nameOf(int holder) {
        var drawn = new SplittableRandom(holder);
        var name = new StringBuilder().append(SURNAMES.charAt(drawn.nextInt(SURNAMES.length())));
        for (var i = 0; i < 1 + drawn.nextInt(2); i++) {
            name.append(GIVEN.charAt(drawn.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    /** Copies the rows of a table, whatever columns it has: days and moments move with the case. */
    private static void multiply(Connection connection, String table, Map<String, String> more)
            throws SQLException {
        var special = new HashMap<String, String>(more);
        special.put("case_id", "m.new_id");
        special.put("act_id", "gen_random_uuid()");
        special.put("case_no", "m.case_no");
        special.put("applicant_name", "m.name");
        special.put("applicant_hash", "m.hash");
        special.putIfAbsent("account_id", "m.account");
        special.put(
                "progress",
                "t.progress || jsonb_build_object('caseId', m.new_id, 'caseNo', m.case_no)");
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (columns.next()) {
                var name = columns.getString("COLUMN_NAME");
                names.add(name);
                var copied =
                        switch (columns.getString("TYPE_NAME")) {
                            case "date" -> "t." + name + " - m.shift";
                            case "timestamptz" -> "t." + name + " - m.shift * interval '1 day'";
                            default -> "t." + name;
                        };
                values.add(special.getOrDefault(name, copied));
            }
        }
        run(
                connection,
                "INSERT INTO %s (%s) SELECT %s FROM copy_of m JOIN %s t ON t.case_id = m.old_id ORDER BY m.n"
                        .formatted(
                                table, String.join(", ", names), String.join(", ", values), table));
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
