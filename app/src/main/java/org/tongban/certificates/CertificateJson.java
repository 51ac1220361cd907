package org.tongban.certificates;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How certificates are written. Canonical: properties in the order of their names, so that the same
 * certificate is always the same bytes.
 */
final class CertificateJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    // A definition or certificate of a newer node may say more.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private CertificateJson() {}

    static CertificateType readType(String json) {
        return MAPPER.readValue(json, CertificateType.class);
    }

    static byte[] write(CertificateContent content) {
        return MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    }

    static CertificateContent readContent(byte[] json) {
        return MAPPER.readValue(json, CertificateContent.class);
    }
}
