package org.tongban.casework.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Notice;
import org.tongban.casework.PrivatePart;
import org.tongban.crypto.Sm3;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How cases and events are written. Canonical: properties and map entries in the order of their
 * names, so that the same fact is always the same bytes and can be hashed again.
 */
public final class CaseJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    // An older node may meet a newer one's row while a cluster is being updated.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final Map<String, Class<?>> EVENTS =
            Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(CaseJson::actOf, Function.identity()));

    private CaseJson() {}

    static String write(CaseFile file) {
        return MAPPER.writeValueAsString(file);
    }

    public static CaseFile readFile(String json) {
        return MAPPER.readValue(json, CaseFile.class);
    }

    public static String write(PrivatePart part) {
        return MAPPER.writeValueAsString(part);
    }

    public static PrivatePart readPrivatePart(byte[] json) {
        return MAPPER.readValue(json, PrivatePart.class);
    }

    static String write(Notice notice) {
        return MAPPER.writeValueAsString(notice);
    }

    public static Notice readNotice(String json) {
        return MAPPER.readValue(json, Notice.class);
    }

    /** The body of a line: the fact, and the fingerprint of the paper that went with it. */
    static String body(CaseEvent event, Optional<Notice> notice) {
        var body = MAPPER.createObjectNode();
        body.set("event", MAPPER.valueToTree(event));
        notice.ifPresent(
                paper -> {
                    var mark = body.putObject("notice");
                    mark.put("kind", paper.kind().name());
                    mark.put("number", paper.number());
                    mark.put("sm3", Sm3.hex(write(paper)));
                });
        return MAPPER.writeValueAsString(body);
    }

    /** The fact of a line, by the name it stands under. */
    public static CaseEvent readEvent(String act, String body) {
        var type = EVENTS.get(act);
        if (type == null) {
            throw new IllegalArgumentException("no such act in the line: " + act);
        }
        JsonNode tree = MAPPER.readTree(body);
        return (CaseEvent) MAPPER.treeToValue(tree.get("event"), type);
    }

    /** {@code StepPassed} stands as {@code step_passed}. */
    private static String actOf(Class<?> event) {
        return event.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
