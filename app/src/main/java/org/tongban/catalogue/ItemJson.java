package org.tongban.catalogue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.Map;
import org.tongban.crypto.Sm3;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Definitions as JSON, with the names that packs use. The text is canonical: keys in alphabetical
 * order and no spaces, so that equal definitions have equal texts.
 */
public final class ItemJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    // What is derived, such as isLicence(), is not part of a definition.
                    .changeDefaultVisibility(
                            seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private ItemJson() {}

    /** The canonical text. */
    public static String write(ItemDefinition item) {
        return MAPPER.writeValueAsString(item);
    }

    /**
     * Reads what {@link #write} wrote; order and spaces do not matter.
     *
     * @throws tools.jackson.core.JacksonException when it is no definition
     */
    public static ItemDefinition read(String json) {
        return MAPPER.readValue(json, ItemDefinition.class);
    }

    /**
     * Makes a definition of a tree of maps, lists, texts, numbers and truth values.
     *
     * @throws tools.jackson.core.JacksonException when it is no definition
     */
    public static ItemDefinition of(Map<String, ?> tree) {
        return MAPPER.convertValue(tree, ItemDefinition.class);
    }

    /** The definition as a tree of maps, lists, texts, numbers and truth values. */
    @SuppressWarnings("unchecked") // An object's tree is a map with text keys.
    public static Map<String, Object> tree(ItemDefinition item) {
        return (Map<String, Object>) MAPPER.convertValue(item, Map.class);
    }

    /** Canonical text of an entry of the base list. */
    public static String write(BaseItem base) {
        return MAPPER.writeValueAsString(base);
    }

    /** Reads what {@link #write(BaseItem)} wrote. */
    public static BaseItem readBase(String json) {
        return MAPPER.readValue(json, BaseItem.class);
    }

    /** Makes an entry of the base list of a tree. */
    public static BaseItem base(Map<String, ?> tree) {
        return MAPPER.convertValue(tree, BaseItem.class);
    }

    /** Makes a legal ground of a tree. */
    public static ItemDefinition.LegalGround ground(Map<String, ?> tree) {
        return MAPPER.convertValue(tree, ItemDefinition.LegalGround.class);
    }

    /** The entry of the base list as a tree. */
    @SuppressWarnings("unchecked") // An object's tree is a map with text keys.
    public static Map<String, Object> tree(BaseItem base) {
        return (Map<String, Object>) MAPPER.convertValue(base, Map.class);
    }

    /** SM3 of the canonical text, 64 hex digits. */
    public static String fingerprint(ItemDefinition item) {
        return Sm3.hex(write(item));
    }
}
