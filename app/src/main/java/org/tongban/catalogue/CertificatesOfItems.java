package org.tongban.catalogue;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which items issue which certificates, and which may use them (发证用证清单): drawn from what is in
 * force, so that the list cannot say anything else than the items do.
 */
@Component
public class CertificatesOfItems {

    /** No county has a tenth of them. */
    private static final int MOST = 10_000;

    private static final Field<String> ISSUED =
            DSL.field("{0} -> 'result' ->> 'certificate'", String.class, ITEM_VERSION.DEFINITION);

    private static final Field<JSONB> USED =
            DSL.field(
                    "jsonb_path_query_array({0}, '$.materials[*].fetch.certificate')",
                    JSONB.class, ITEM_VERSION.DEFINITION);

    private final DSLContext db;

    CertificatesOfItems(DSLContext db) {
        this.db = db;
    }

    /**
     * An item with what it has to do with certificates.
     *
     * @param issues key of the type that a grant issues; empty when it issues none
     * @param uses keys of the types that it may fetch
     */
    public record Line(
            String key, String name, String agency, Optional<String> issues, Set<String> uses) {
        public Line {
            uses = Set.copyOf(uses);
        }
    }

    /** Every item in use that issues or uses a certificate, by office in its own order. */
    public List<Line> all() {
        return list(DSL.noCondition());
    }

    /** Whether the item in use may fetch certificates of the type: the list of users (用证清单). */
    public boolean mayUse(String itemKey, String type) {
        return list(ITEM.ITEM_KEY.eq(itemKey)).stream().anyMatch(one -> one.uses().contains(type));
    }

    private List<Line> list(Condition which) {
        return db
                .select(ITEM.ITEM_KEY, ITEM.NAME, ITEM.AGENCY_KEY, ISSUED, USED)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(ITEM.STATE.eq("in_use"))
                .and(which)
                .orderBy(ITEM.AGENCY_KEY, ITEM.PLACE_IN_LIST, ITEM.ITEM_KEY)
                .limit(MOST)
                .fetch(
                        row ->
                                new Line(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        Optional.ofNullable(row.value4()),
                                        types(row.value5())))
                .stream()
                .filter(line -> line.issues().isPresent() || !line.uses().isEmpty())
                .toList();
    }

    /** One type may be named by two materials. */
    private static Set<String> types(JSONB named) {
        return new LinkedHashSet<>(
                List.of(JsonMapper.shared().readValue(named.data(), String[].class)));
    }
}
