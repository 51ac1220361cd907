package org.tongban.sharing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One resource of the catalogue (政务数据资源).
 *
 * @param code class, item, list and detail, then a running number: 101001/0001
 * @param provider key of the agency that keeps the data and decides who may ask
 * @param parts what one answer says
 * @param condition under which it is shared, where there is one
 * @param basis by which it is not shared, where it is not
 * @param standsFor key of the type of certificate that an answer stands for; absent: of none
 * @param endsAsking names of materials that nobody would have to bring if this were asked
 * @param register name of the register that answers; absent: it is listed and not connected yet
 * @param keptMinutes how long an answer may be kept and used again
 */
public record Resource(
        String key,
        String code,
        String name,
        String provider,
        String summary,
        @JsonProperty("items") List<Part> parts,
        Share share,
        @Nullable String condition,
        @Nullable String basis,
        Update update,
        Subject subject,
        @Nullable String standsFor,
        List<String> endsAsking,
        @Nullable String register,
        @Nullable Integer keptMinutes) {

    public Resource {
        parts = List.copyOf(parts);
        endsAsking = endsAsking == null ? List.of() : List.copyOf(endsAsking);
    }

    /** One data item (信息项). */
    public record Part(String key, String label, String type) {}

    /** 共享类型. */
    public enum Share {
        /** 无条件共享: whoever handles an item that needs it may ask. */
        @JsonProperty("unconditional")
        UNCONDITIONAL,
        /** 有条件共享: whom the provider has granted it may ask. */
        @JsonProperty("conditional")
        CONDITIONAL,
        /** 不予共享: nobody may ask, by the law that is named. */
        @JsonProperty("none")
        NONE
    }

    /** 更新周期. */
    public enum Update {
        @JsonProperty("realtime")
        REALTIME,
        @JsonProperty("daily")
        DAILY,
        @JsonProperty("weekly")
        WEEKLY,
        @JsonProperty("monthly")
        MONTHLY,
        @JsonProperty("quarterly")
        QUARTERLY,
        @JsonProperty("yearly")
        YEARLY
    }

    /** Whose number a question names. */
    public enum Subject {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("firm")
        FIRM,
        @JsonProperty("either")
        EITHER
    }

    /** Parts by which a resource says who the parents and guardians of a child are. */
    public static final String MOTHER = "motherId";

    public static final String FATHER = "fatherId";
    public static final String GUARDIAN = "guardianId";

    /** Whether it says who the parents and guardians of a child are. */
    public boolean saysGuardians() {
        return parts.stream()
                .map(Part::key)
                .collect(Collectors.toSet())
                .containsAll(Set.of(MOTHER, FATHER, GUARDIAN));
    }

    /** The register that answers. */
    public Optional<String> connection() {
        return Optional.ofNullable(register);
    }

    /** How long an answer may be kept; at least the minute in which it is shown and used. */
    public int kept() {
        return keptMinutes == null ? 1 : keptMinutes;
    }
}
