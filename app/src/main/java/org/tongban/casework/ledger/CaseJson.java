package org.tongban.casework.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Notice;
import org.tongban.casework.PrivatePart;
import org.tongban.crypto.Sm3;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
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

    /**
     * The case itself is written at every act and never hashed: what it does not have is left out,
     * and what it can tell from the rest.
     */
    private static final JsonMapper SPARSE =
            MAPPER.rebuild()
                    .changeDefaultVisibility(shown -> shown.withIsGetterVisibility(Visibility.NONE))
                    .changeDefaultPropertyInclusion(had -> had.withValueInclusion(Include.NON_NULL))
                    .withConfigOverride(
                            List.class,
                            lists ->
                                    lists.setInclude(
                                                    JsonInclude.Value.construct(
                                                            Include.NON_EMPTY, Include.ALWAYS))
                                            .setNullHandling(
                                                    JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .build();

    private static final ObjectWriter FILE_WRITER = SPARSE.writerFor(CaseFile.class);
    private static final ObjectReader FILE_READER = SPARSE.readerFor(CaseFile.class);
    private static final ObjectWriter BODY_WRITER = MAPPER.writerFor(Body.class);
    private static final ObjectWriter NOTICE_WRITER = MAPPER.writerFor(Notice.class);
    private static final ObjectWriter PART_WRITER = MAPPER.writerFor(PrivatePart.class);
    private static final ObjectReader PART_READER = MAPPER.readerFor(PrivatePart.class);

    private static final Map<String, Class<?>> EVENTS =
            Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(CaseJson::actOf, Function.identity()));

    private CaseJson() {}

    static String write(CaseFile file) {
        return FILE_WRITER.writeValueAsString(file);
    }

    public static CaseFile readFile(String json) {
        return FILE_READER.readValue(json);
    }

    public static String write(PrivatePart part) {
        return PART_WRITER.writeValueAsString(part);
    }

    public static PrivatePart readPrivatePart(byte[] json) {
        return PART_READER.readValue(json);
    }

    static String write(Notice notice) {
        return NOTICE_WRITER.writeValueAsString(notice);
    }

    public static Notice readNotice(String json) {
        return MAPPER.readValue(json, Notice.class);
    }

    /**
     * The body of a line: the fact, from where it came, and the fingerprint of the paper that went
     * with it.
     */
    static String body(CaseEvent event, Optional<String> from, Optional<Notice> notice) {
        return BODY_WRITER.writeValueAsString(
                new Body(
                        event,
                        from.orElse(null),
                        notice.map(
                                        paper ->
                                                new Body.Mark(
                                                        paper.kind().name(),
                                                        paper.number(),
                                                        Sm3.hex(write(paper))))
                                .orElse(null)));
    }

    /** In the order in which it is hashed. */
    @JsonPropertyOrder({"event", "from", "notice"})
    @JsonInclude(Include.NON_NULL)
    private record Body(CaseEvent event, @Nullable String from, @Nullable Mark notice) {

        /** Of a paper: its text stands elsewhere, this tells whether it is still the same. */
        private record Mark(String kind, String number, String sm3) {}
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

    /** From where the act of a line came; empty for what the platform did by itself. */
    public static Optional<String> readFrom(String body) {
        return Optional.ofNullable(MAPPER.readTree(body).get("from")).map(JsonNode::asString);
    }

    /** {@code StepPassed} stands as {@code step_passed}. */
    private static String actOf(Class<?> event) {
        return event.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
