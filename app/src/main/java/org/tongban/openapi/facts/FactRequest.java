package org.tongban.openapi.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.tongban.openapi.problem.RequestBodyRecord;

/** A question as another system puts it. In the body, so that no number stands in an address. */
@Schema(
        name = "FactQuestion",
        example =
                """
                {"item": "food-business-new", "certificate": "business-licence",
                 "holder": "91999900MA0TEQT131", "purpose": "核对经营主体资格"}
                """)
record FactRequest(
        @JsonProperty(required = true)
                @Schema(
                        description =
                                "Key of the item for which it is asked; it has to name the"
                                        + " certificate among its materials")
                String item,
        @JsonProperty(required = true) @Schema(description = "Key of the type of certificate")
                String certificate,
        @JsonProperty(required = true)
                @Schema(description = "Citizen ID of a person, credit code of a firm")
                String holder,
        @JsonProperty(required = true)
                @Schema(
                        description =
                                "For what, in words that the person concerned reads; 1 to 200"
                                        + " characters")
                String purpose)
        implements RequestBodyRecord {

    /** Never the number: this may reach a log. */
    @Override
    public String toString() {
        return "FactRequest[" + certificate + "]";
    }
}
