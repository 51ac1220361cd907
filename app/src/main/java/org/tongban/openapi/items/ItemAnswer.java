package org.tongban.openapi.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.FormSchema;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Fee;
import org.tongban.catalogue.ItemDefinition.LegalGround;
import org.tongban.catalogue.ItemDefinition.Limit;
import org.tongban.catalogue.PublishedItem;

/** One item with everything that an application needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Item", description = "One service item in its current version.")
record ItemAnswer(
        @Schema(example = "food-licence") String key,
        @Schema(
                        description =
                                "A draft is held to the version in force on the day on which it is submitted")
                int version,
        String name,
        String summary,
        @Schema(description = "GB/T 39046 A.1: 01 licence … 20 public service") String type,
        @Schema(description = "基本编码, 12 digits") String catalogCode,
        @Schema(description = "Key of the agency that decides") String agency,
        @Schema(description = "person, firm or both") List<String> audience,
        @Schema(description = "at-once or promised") String caseKind,
        Limits limits,
        @Schema(description = "How often a person has to come") int visits,
        List<Fee> fee,
        List<String> conditions,
        List<LegalGround> legalBasis,
        @Schema(description = "To be answered in `situation` of the draft")
                List<Question> questions,
        @Schema(
                        description =
                                "JSON Schema 2020-12 of `form` of the draft; x-label, x-hint and"
                                        + " x-type beside the standard keywords. Fields that do not apply"
                                        + " to an application are not asked for and are dropped",
                        type = "object")
                @JsonRawValue
                String form,
        List<Material> materials,
        List<Step> steps,
        Result result,
        @Schema(description = "Procedures of article 45 that may stop the clocks")
                List<String> specialProcedures) {

    @Schema(name = "ItemLimits")
    record Limits(Term statutory, Term promised) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Term")
    record Term(
            int days,
            @Schema(description = "working or calendar") String unit,
            @Nullable String basis) {}

    @Schema(name = "Question")
    record Question(String key, String text, List<Choice> choices) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Material")
    record Material(
            String key,
            String name,
            @Nullable String hint,
            boolean required,
            @Schema(description = "May follow after acceptance") boolean tolerated,
            @Schema(description = "electronic, paper or both; paper alone is not uploaded")
                    String form,
            int originals,
            int copies,
            @Schema(description = "What the clerk looks at") List<String> checks,
            @Schema(description = "CEL condition; absent: always") @Nullable String when) {}

    /** A step without the post that carries it out, which is no business of the public. */
    @Schema(name = "Step")
    record Step(
            String key,
            String name,
            @Schema(description = "review or decision") String kind,
            @Schema(description = "Working days") int days) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ItemResult")
    record Result(String name, String kind, @Nullable String certificate) {}

    static ItemAnswer of(PublishedItem published) {
        var item = published.definition();
        return new ItemAnswer(
                item.key(),
                published.version(),
                item.name(),
                item.summary(),
                item.type(),
                item.catalogCode(),
                item.agency(),
                item.audience().stream().map(ItemAnswer::code).toList(),
                code(item.caseKind()),
                new Limits(term(item.limits().statutory()), term(item.limits().promised())),
                item.visits(),
                item.fee(),
                item.conditions(),
                item.legalBasis(),
                item.questions().stream()
                        .map(q -> new Question(q.key(), q.text(), q.choices()))
                        .toList(),
                FormSchema.of(item).json(),
                item.materials().stream().map(ItemAnswer::material).toList(),
                item.steps().stream()
                        .map(s -> new Step(s.key(), s.name(), code(s.kind()), s.days()))
                        .toList(),
                new Result(
                        item.result().name(),
                        code(item.result().kind()),
                        item.result().certificate()),
                item.specialProcedures());
    }

    static Term term(Limit limit) {
        return new Term(limit.days(), code(limit.unit()), limit.basis());
    }

    /** A constant as packs and this interface write it: {@code at-once}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Material material(ItemDefinition.Material material) {
        return new Material(
                material.key(),
                material.name(),
                material.hint(),
                material.isRequired(),
                material.tolerated(),
                code(material.form()),
                material.originals(),
                material.copies(),
                material.checks(),
                material.when());
    }
}
