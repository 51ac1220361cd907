package org.tongban.packages;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Definitions as JSON with the names that packs use; equal definitions have equal texts. */
public final class PackageJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .changeDefaultVisibility(
                            seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private PackageJson() {}

    /** The canonical text. */
    public static String write(PackageDefinition definition) {
        return MAPPER.writeValueAsString(definition);
    }

    /** Reads what {@link #write} wrote. */
    public static PackageDefinition read(String json) {
        return MAPPER.readValue(json, PackageDefinition.class);
    }

    /** Makes a definition of a tree of maps, lists, texts, numbers and truth values. */
    public static PackageDefinition of(Map<String, ?> tree) {
        return MAPPER.convertValue(tree, PackageDefinition.class);
    }

    /** The definition as a tree. */
    @SuppressWarnings("unchecked") // An object's tree is a map with text keys.
    public static Map<String, Object> tree(PackageDefinition definition) {
        return (Map<String, Object>) MAPPER.convertValue(definition, Map.class);
    }
}
