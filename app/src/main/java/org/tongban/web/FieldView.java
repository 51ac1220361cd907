package org.tongban.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question of a form as {@code web/field} shows it. Made from {@link #of} and completed by the
 * methods named after what they set; every text is in the reader's language and empty when there is
 * none.
 *
 * @param id unique on the page; error summaries link to it
 * @param name under which the form sends the answer
 * @param words what is written around the control
 * @param given what was answered before and what may be answered
 * @param box what the browser is told of the control
 * @param traits what sets the question apart from a required one that is answered in one control
 */
public record FieldView(
        String id,
        String name,
        FieldKind kind,
        Words words,
        Given given,
        Box box,
        Set<Trait> traits)
        implements FormPart {

    /** More options than this are shown as a list to pick from instead of one below the other. */
    static final int MOST_RADIOS = 7;

    public FieldView {
        traits = Set.copyOf(traits);
    }

    /** A required question whose id is its name. */
    public static FieldView of(FieldKind kind, String name, String label) {
        return new FieldView(
                name,
                name,
                kind,
                new Words(label, "", "", "", ""),
                new Given(List.of(), List.of()),
                new Box(kind.autocomplete(), 0, ""),
                Set.of());
    }

    public static FieldView text(String name, String label) {
        return of(FieldKind.TEXT, name, label);
    }

    /**
     * What is written around a control.
     *
     * @param hint one line below the label
     * @param error the same words as in the summary
     * @param source where a prefilled answer comes from, such as 您的营业执照
     * @param unit stands behind the box, such as 平方米
     */
    record Words(String label, String hint, String error, String source, String unit) {}

    /**
     * Answers.
     *
     * @param values what was typed or chosen before; kept as typed even when it is wrong
     * @param options of a choice, in the order in which people should meet them
     */
    record Given(List<String> values, List<Option> options) {
        Given {
            values = List.copyOf(values);
            options = List.copyOf(options);
        }
    }

    /**
     * What the browser is told of a control.
     *
     * @param autocomplete its token; empty to leave the browser out
     * @param maxLength characters; 0 for no limit
     * @param accept for files: what the chooser offers, such as {@code image/*,application/pdf}
     */
    record Box(String autocomplete, int maxLength, String accept) {}

    /** What a question may be beside what it asks. */
    enum Trait {
        OPTIONAL,
        READ_ONLY,
        /** The label is the heading of the page: one question a page. */
        HEADING,
        /** For files: a phone offers its camera first. */
        CAMERA,
        /** For files: several may be chosen. */
        MULTIPLE
    }

    public FieldView id(String newId) {
        return new FieldView(newId, name, kind, words, given, box, traits);
    }

    public FieldView hint(String hint) {
        return words(new Words(label(), hint, error(), source(), unit()));
    }

    public FieldView error(String message) {
        return words(new Words(label(), hint(), message, source(), unit()));
    }

    /** Takes this field's words from the summary of the whole form. */
    @Override
    public FieldView error(ErrorSummary summary) {
        return error(summary.at(id));
    }

    public FieldView source(String from) {
        return words(new Words(label(), hint(), error(), from, unit()));
    }

    public FieldView unit(String unit) {
        return words(new Words(label(), hint(), error(), source(), unit));
    }

    private FieldView words(Words newWords) {
        return new FieldView(id, name, kind, newWords, given, box, traits);
    }

    public FieldView value(String typed) {
        return values(typed.isEmpty() ? List.of() : List.of(typed));
    }

    public FieldView values(List<String> typed) {
        return new FieldView(id, name, kind, words, new Given(typed, options()), box, traits);
    }

    public FieldView options(List<Option> options) {
        return new FieldView(id, name, kind, words, new Given(values(), options), box, traits);
    }

    public FieldView autocomplete(String token) {
        return box(new Box(token, maxLength(), accept()));
    }

    public FieldView maxLength(int characters) {
        return box(new Box(autocomplete(), characters, accept()));
    }

    /** What a file question takes. */
    public FieldView files(String types, boolean fromCamera, boolean several) {
        return box(new Box(autocomplete(), maxLength(), types))
                .with(Trait.CAMERA, fromCamera)
                .with(Trait.MULTIPLE, several);
    }

    private FieldView box(Box newBox) {
        return new FieldView(id, name, kind, words, given, newBox, traits);
    }

    public FieldView optional() {
        return with(Trait.OPTIONAL, true);
    }

    public FieldView locked() {
        return with(Trait.READ_ONLY, true);
    }

    public FieldView asHeading() {
        return with(Trait.HEADING, true);
    }

    private FieldView with(Trait trait, boolean has) {
        var changed = EnumSet.noneOf(Trait.class);
        changed.addAll(traits);
        if (has) {
            changed.add(trait);
        } else {
            changed.remove(trait);
        }
        return new FieldView(id, name, kind, words, given, box, changed);
    }

    public String label() {
        return words.label();
    }

    public String hint() {
        return words.hint();
    }

    public String error() {
        return words.error();
    }

    public String source() {
        return words.source();
    }

    public String unit() {
        return words.unit();
    }

    public List<String> values() {
        return given.values();
    }

    public List<Option> options() {
        return given.options();
    }

    public String autocomplete() {
        return box.autocomplete();
    }

    public int maxLength() {
        return box.maxLength();
    }

    public String accept() {
        return box.accept();
    }

    public boolean camera() {
        return traits.contains(Trait.CAMERA);
    }

    public boolean multiple() {
        return traits.contains(Trait.MULTIPLE);
    }

    public boolean required() {
        return !traits.contains(Trait.OPTIONAL);
    }

    public boolean readOnly() {
        return traits.contains(Trait.READ_ONLY);
    }

    public boolean heading() {
        return traits.contains(Trait.HEADING);
    }

    /** The single answer typed before; empty when there was none. */
    public String value() {
        return values().isEmpty() ? "" : values().getFirst();
    }

    public boolean isChosen(String option) {
        return values().contains(option);
    }

    public boolean isWrong() {
        return !error().isEmpty();
    }

    /** Whether a choice is long enough to be a list to pick from, as regions always are. */
    public boolean isPicked() {
        return switch (kind) {
            case CHOICE -> options().size() > MOST_RADIOS;
            case REGION -> !options().isEmpty();
            default -> false;
        };
    }

    /** The options of a list by their headings; those without one stand under an empty heading. */
    public Map<String, List<Option>> groups() {
        var groups = new LinkedHashMap<String, List<Option>>();
        options()
                .forEach(
                        option ->
                                groups.computeIfAbsent(option.group(), _ -> new ArrayList<>())
                                        .add(option));
        return groups;
    }

    /** Whether the question is drawn as a fieldset with one control an option. */
    public boolean isGroup() {
        return kind.isGroup() && !isPicked();
    }

    /** The id of one control of a group: the first carries the field's own, for error links. */
    public String optionId(int index) {
        return index == 0 ? id : id + "-" + (index + 1);
    }

    /** The ids a screen reader reads after the label: hint, error, source; empty when none. */
    public String describedBy() {
        var ids = new ArrayList<String>();
        if (!hint().isEmpty()) {
            ids.add(id + "-hint");
        }
        if (!error().isEmpty()) {
            ids.add(id + "-error");
        }
        if (!source().isEmpty()) {
            ids.add(id + "-source");
        }
        return String.join(" ", ids);
    }
}
