package org.tongban.packages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.Question;

/**
 * What one version of a package says: which items belong to it, when, which needs the result of
 * which, and which of their questions and papers mean the same. What the items themselves say stays
 * with them.
 *
 * @param key unique among packages and items of the place
 * @param lead key of the agency that answers for the whole
 * @param source the document that names the package; absent: the place's own
 * @param note what of it is the place's choice, for who keeps it
 * @param questions about the situation, asked once; the items' own are answered from them
 * @param stages of an investment project, in their order; empty for everything else
 * @param projectCode key of the data element that holds the code of the investment project
 * @param merged approvals of the project that several others have become; absent: none are listed
 * @param limitDays working days in which all of it is promised to be done
 * @param visits how often a person has to come in all
 * @param plannedBy the day on which it was to be open, {@code yyyy-MM-dd}
 */
public record PackageDefinition(
        String key,
        String name,
        String summary,
        List<String> alsoCalled,
        List<Audience> audience,
        String lead,
        @Nullable String source,
        @Nullable String note,
        List<Question> questions,
        List<Member> items,
        List<Query> queries,
        List<Stage> stages,
        @Nullable String projectCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Merged merged,
        List<Element> elements,
        List<SharedMaterial> materials,
        int limitDays,
        int visits,
        HandOut handOut,
        @Nullable String plannedBy) {

    /** In the line of a certificate's face that {@link Fill} names: its number. */
    public static final String NUMBER = "number";

    /** How results are handed out: one by one, or all of them at the end. */
    public enum HandOut {
        AS_READY,
        TOGETHER
    }

    /**
     * An item of the package.
     *
     * @param when over the package's situation and the applicant; absent: always
     * @param optional whether people choose it themselves
     * @param verified whether a source names it as a part of the package
     * @param stage key of the stage of the project to which it belongs
     */
    public record Member(
            String item,
            @Nullable String when,
            boolean optional,
            boolean verified,
            @Nullable String stage,
            List<Answer> answers,
            List<Need> needs) {
        public Member {
            answers = List.copyOf(answers);
            needs = List.copyOf(needs);
        }

        /** How a question of the item is answered, if the package answers it. */
        public Optional<Answer> answer(String question) {
            return answers.stream().filter(one -> one.question().equals(question)).findFirst();
        }
    }

    /**
     * How a question of an item is answered without being asked.
     *
     * @param as key of the package's question that means the same
     * @param value what is always answered in this package
     */
    public record Answer(String question, @Nullable String as, @Nullable String value) {}

    /**
     * That an item can begin only with another one's result. Where the other is not part of an
     * application, its result is there already and is asked for as the item does.
     *
     * @param on key of an item or a query of the package
     * @param asks keys of this item's fields whose answer exists only after the result and stands
     *     on no certificate: people are asked when it has come
     * @param stands keys of this item's materials that the result is
     */
    public record Need(String on, List<Fill> fills, List<String> asks, List<String> stands) {
        public Need {
            fills = kept(fills);
            asks = kept(asks);
            stands = kept(stands);
        }
    }

    /** A field of the form that takes a line of the result, or its {@link #NUMBER number}. */
    public record Fill(String field, String line) {}

    /**
     * Something that is only looked up: a certificate of the applicant's.
     *
     * @param when over the package's situation and the applicant; absent: always
     */
    public record Query(
            String key, String name, String agency, String certificate, @Nullable String when) {}

    /**
     * A stage of an investment project.
     *
     * @param lead key of the agency that leads the approvals of the stage
     */
    public record Stage(String key, String name, String lead) {}

    /**
     * Approvals of building projects that were several once and are one now (整合).
     *
     * @param announced how many single ones the source says are merged
     * @param source the document that says so
     * @param note what of the list no source of the place names
     */
    public record Merged(int announced, String source, String note, List<MergedApproval> list) {
        public Merged {
            list = List.copyOf(list);
        }
    }

    /**
     * One approval in place of several.
     *
     * @param stage key of the stage of the project in which it is applied for
     * @param item key of the item under which it is applied for here; absent: not here yet
     * @param verified whether a source names exactly these as its parts
     * @param of names of those that it has taken the place of
     */
    public record MergedApproval(
            String key,
            String name,
            String agency,
            String stage,
            @Nullable String item,
            boolean verified,
            List<String> of) {
        public MergedApproval {
            of = List.copyOf(of);
        }
    }

    /**
     * A data element: fields of several items that mean the same.
     *
     * @param fields as {@code item.field}
     */
    public record Element(String key, String label, @Nullable String hint, List<String> fields) {
        public Element {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Materials of several items that are one and the same paper.
     *
     * @param materials as {@code item.material}
     */
    public record SharedMaterial(
            String key, String name, @Nullable String hint, List<String> materials) {
        public SharedMaterial {
            materials = List.copyOf(materials);
        }
    }

    public PackageDefinition {
        alsoCalled = List.copyOf(alsoCalled);
        audience = List.copyOf(audience);
        questions = List.copyOf(questions);
        items = List.copyOf(items);
        queries = List.copyOf(queries);
        stages = kept(stages);
        elements = List.copyOf(elements);
        materials = List.copyOf(materials);
    }

    /** What was written before there was such a list has none. */
    private static <T> List<T> kept(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    public Optional<Member> member(String item) {
        return items.stream().filter(one -> one.item().equals(item)).findFirst();
    }

    /** Keys of everything that can be needed: queries first, then items. */
    public Stream<String> parts() {
        return Stream.concat(queries.stream().map(Query::key), items.stream().map(Member::item));
    }
}
