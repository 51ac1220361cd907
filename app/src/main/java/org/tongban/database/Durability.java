package org.tongban.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Whether a commit survives a power cut. An acknowledged application must never be lost, so the
 * application does not serve on a database that answers before it has written.
 */
final class Durability {

    private static final List<String> MUST_BE_ON =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /**
     * Asks the server itself.
     *
     * @throws NotDurable naming the settings to change
     */
    static void check(DataSource source) throws SQLException {
        var off = new ArrayList<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var name : MUST_BE_ON) {
                try (var answer = statement.executeQuery("SHOW " + name)) {
                    answer.next();
                    var value = answer.getString(1);
                    // remote_write and remote_apply promise more than `on`, local no less on one
                    // node.
                    if ("off".equals(value)) {
                        off.add(name);
                    }
                }
            }
        }
        if (!off.isEmpty()) {
            throw new NotDurable(off);
        }
    }

    /** The database may lose what it has confirmed. */
    static final class NotDurable extends IllegalStateException {
        private static final long serialVersionUID = 1;

        NotDurable(List<String> off) {
            super("数据库没有打开 " + String.join("、", off) + "，断电会丢失已确认的办件，拒绝启动；请在数据库设置中打开。");
        }
    }
}
