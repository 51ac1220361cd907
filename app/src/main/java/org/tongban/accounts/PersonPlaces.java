package org.tongban.accounts;

import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;

/** Where accounts stand in the tables of another module, so that they follow a merge. */
public interface PersonPlaces {

    /**
     * One column.
     *
     * @param row the table's own id
     * @param column holds the id of an account
     */
    record Place(Table<?> table, Field<UUID> row, Field<UUID> column) {
        String name() {
            return table.getName() + "." + column.getName();
        }
    }

    /** All of the module's. */
    List<Place> ofAccounts();
}
