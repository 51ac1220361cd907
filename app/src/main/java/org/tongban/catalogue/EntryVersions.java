package org.tongban.catalogue;

import static org.tongban.schema.Tables.ITEM_VERSION;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The versions of entries, also of those that are no longer in use. */
@Component
public class EntryVersions {

    private final DSLContext db;

    public EntryVersions(DSLContext db) {
        this.db = db;
    }

    /** The last version that was published, in force or not; empty for an entry that never was. */
    public Optional<ItemDefinition> latest(String itemKey) {
        return db.select(ITEM_VERSION.DEFINITION)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                .orderBy(ITEM_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> ItemJson.read(row.value1().data()));
    }
}
