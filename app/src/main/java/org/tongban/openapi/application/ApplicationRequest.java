package org.tongban.openapi.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.casework.Applicant;
import org.tongban.openapi.problem.RequestBodyRecord;

/**
 * An application as another system writes it, whole or in part: what is left out is named in the
 * answer, not refused.
 */
@Schema(
        name = "Application",
        description =
                "An application. Everything but `item` and `applicant` may be left out of a draft"
                        + " and is then named among what is missing.",
        example =
                """
                {"item": "archive-lookup",
                 "applicant": {"kind": "person", "name": "韦某兰", "number": "990101199001010019",
                  "contact": "韦某兰", "mobile": "13800003210", "address": "某街道1号"},
                 "situation": {"kind": "person", "agent": "self"},
                 "form": {"subject": "结婚登记档案", "use": "pension", "copy": true},
                 "delivery": "electronic"}
                """)
record ApplicationRequest(
        @JsonProperty(required = true) @Schema(description = "Key of the item") String item,
        @JsonProperty(required = true) ApplicantRequest applicant,
        @Schema(description = "Answers to the item's questions, by key")
                Map<String, String> situation,
        @Schema(
                        description =
                                "Answers to the item's form, by key: texts, numbers, booleans, lists"
                                        + " of texts; dates as yyyy-MM-dd")
                Map<String, Object> form,
        @Schema(description = "How the result is handed over; electronic if left out")
                Delivery delivery)
        implements RequestBodyRecord {

    /** How the result is handed over. */
    enum Delivery {
        @JsonProperty("electronic")
        ELECTRONIC,
        @JsonProperty("window")
        WINDOW
    }

    /** Natural or legal person. */
    enum Kind {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("firm")
        FIRM
    }

    @Schema(name = "Applicant", description = "Who applies. Kept encrypted.")
    record ApplicantRequest(
            @JsonProperty(required = true) Kind kind,
            @Schema(description = "As on the identity card or the business licence") String name,
            @Schema(description = "Citizen ID of a person, credit code of a firm") String number,
            @Schema(description = "Who is called; the name if left out") String contact,
            @Schema(description = "Eleven digits", example = "13800003210") String mobile,
            String address) {

        ApplicantRequest {
            name = orEmpty(name);
            number = orEmpty(number);
            contact = orEmpty(contact).isEmpty() ? name : orEmpty(contact);
            mobile = orEmpty(mobile);
            address = orEmpty(address);
        }

        Applicant applicant() {
            return new Applicant(
                    Applicant.Kind.valueOf(kind.name()), name, number, contact, mobile, address);
        }

        /** Never the numbers: this may reach a log. */
        @Override
        public String toString() {
            return "Applicant[" + String.valueOf(kind).toLowerCase(Locale.ROOT) + "]";
        }
    }

    ApplicationRequest {
        item = orEmpty(item);
        situation = copy(situation);
        form = copy(form);
        delivery = Objects.requireNonNullElse(delivery, Delivery.ELECTRONIC);
    }

    DeliveryWay deliveryWay() {
        return DeliveryWay.valueOf(delivery.name());
    }

    /** Never the answers: this may reach a log. */
    @Override
    public String toString() {
        return "Application[" + item + "]";
    }

    /** Keeps null values, which {@code Map.copyOf} would not: they are told as faults. */
    private static <V> Map<String, V> copy(@Nullable Map<String, V> sent) {
        return sent == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
