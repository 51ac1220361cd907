package org.tongban.catalogue.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.Part;
import org.tongban.catalogue.entry.Part.Group;
import org.tongban.catalogue.entry.Part.Leaf;
import org.tongban.catalogue.entry.Part.Rows;
import org.tongban.catalogue.entry.Places;
import org.tongban.catalogue.entry.PlainCondition;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** Draws the parts of an entry as questions, with what stands in its tree. */
final class Blocks {

    private static final Set<String> OF_GROUPS = Set.of("fields", "minRows", "maxRows");

    private final Map<String, Object> tree;
    private final List<Found> found;
    private final Choices choices;
    private final Texts texts;

    /** What may be chosen where it depends on the place: levels, posts, certificates. */
    interface Choices {
        List<Option> of(String path);
    }

    Blocks(Map<String, Object> tree, List<Found> found, Choices choices, Texts texts) {
        this.tree = tree;
        this.found = found;
        this.choices = choices;
        this.texts = texts;
    }

    List<Block> of(List<Part> parts) {
        return of(parts, "");
    }

    private List<Block> of(List<Part> parts, String above) {
        var blocks = new ArrayList<Block>();
        for (var part : parts) {
            var path = above.isEmpty() ? part.key() : above + "." + part.key();
            if (isForGroupsOnly(part, above) && EntryTree.text(tree, path).isEmpty()) continue;
            blocks.add(
                    switch (part) {
                        case Leaf leaf -> leaf(leaf, path);
                        case Group(var _, var below) ->
                                new Block.Together(label(path), of(below, path));
                        case Rows rows -> rows(rows, path);
                    });
        }
        return blocks;
    }

    /** What a question that is no group is not asked, unless it says something there. */
    private boolean isForGroupsOnly(Part part, String above) {
        return above.matches("form\\[\\d+]\\.fields\\[\\d+]")
                && OF_GROUPS.contains(part.key())
                && !EntryTree.text(tree, above + ".type").equals("group")
                && EntryTree.rows(tree, above + "." + part.key()).isEmpty();
    }

    private Block leaf(Leaf leaf, String path) {
        return switch (leaf.kind()) {
            case KEY -> new Block.Hidden(path, EntryTree.text(tree, path));
            case CONDITION -> condition(path);
            default -> new Block.Ask(field(leaf, path));
        };
    }

    private FieldView field(Leaf leaf, String path) {
        var view =
                switch (leaf.kind()) {
                    case LINE, KEY -> plain(FieldKind.TEXT, path).maxLength(300);
                    case TEXT, CONDITION -> plain(FieldKind.LONGTEXT, path).maxLength(2000);
                    case WHOLE -> plain(FieldKind.INTEGER, path);
                    case DECIMAL -> plain(FieldKind.DECIMAL, path);
                    case TRUTH ->
                            FieldView.of(FieldKind.CHOICES, path, label(path))
                                    .options(
                                            List.of(new Option("yes", texts.localize("entry.yes"))))
                                    .values(
                                            EntryTree.text(tree, path).equals("true")
                                                    ? List.of("yes")
                                                    : List.of());
                    case CHOICE -> plain(FieldKind.CHOICE, path).options(options(leaf, path));
                    case CHOICES, ROWS_ABOVE ->
                            FieldView.of(FieldKind.CHOICES, path, label(path))
                                    .options(options(leaf, path))
                                    .values(texts(path));
                    case LINES ->
                            FieldView.of(FieldKind.LONGTEXT, path, label(path))
                                    .value(String.join("\n", texts(path)));
                    case OPTIONS ->
                            FieldView.of(FieldKind.LONGTEXT, path, label(path))
                                    .value(optionLines(path));
                };
        var hinted =
                texts.has(Places.key(path) + ".hint")
                        ? view.hint(texts.localize(Places.key(path) + ".hint"))
                        : view;
        var told = findings(hinted.id(id(path)), path);
        return leaf.required() ? told : told.optional();
    }

    private FieldView plain(FieldKind kind, String path) {
        return FieldView.of(kind, path, label(path)).value(EntryTree.text(tree, path));
    }

    private FieldView findings(FieldView view, String path) {
        var here = found.stream().filter(each -> each.path().equals(path)).toList();
        var stops =
                here.stream()
                        .filter(Found::stops)
                        .map(Found::message)
                        .collect(Collectors.joining("；"));
        var hints =
                here.stream()
                        .filter(each -> !each.stops())
                        .map(each -> texts.localize("editor.hint", each.message()))
                        .collect(Collectors.joining("；"));
        var hinted = hints.isEmpty() ? view : view.hint((view.hint() + " " + hints).strip());
        return stops.isEmpty() ? hinted : hinted.error(stops);
    }

    private List<Option> options(Leaf leaf, String path) {
        return Stream.concat(
                        leaf.values().stream()
                                .map(value -> new Option(value, Places.value(path, value, texts))),
                        choices.of(path).stream())
                .distinct()
                .toList();
    }

    private List<String> texts(String path) {
        return EntryTree.at(tree, path).orElse(List.of()) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String optionLines(String path) {
        return EntryTree.rows(tree, path).stream()
                .map(
                        option ->
                                option.getOrDefault("label", "")
                                        + " = "
                                        + option.getOrDefault("value", ""))
                .collect(Collectors.joining("\n"));
    }

    private Block rows(Rows rows, String path) {
        var shown = new ArrayList<Block.Row>();
        var count = EntryTree.rows(tree, path).size();
        for (var i = 0; i < count; i++) {
            var at = path + "[" + i + "]";
            var title = EntryTree.text(tree, at + "." + rows.title());
            var wrong = found.stream().anyMatch(each -> each.stops() && each.path().startsWith(at));
            shown.add(
                    new Block.Row(
                            at,
                            texts.localize("entry.row", label(path), i + 1)
                                    + (title.isEmpty() ? "" : " · " + title),
                            title.isEmpty() || wrong || count == 1,
                            of(rows.parts(), at)));
        }
        return new Block.RowList(
                path, label(path), texts.localize("editor.add", label(path)), shown);
    }

    private Block condition(String path) {
        var cel = EntryTree.text(tree, path);
        var plain = PlainCondition.read(cel);
        var ticked = plain.map(PlainCondition::answers).orElse(Map.of());
        var answers = new ArrayList<FieldView>();
        var words = new ArrayList<String>();
        asked().forEach(
                        (subject, question) -> {
                            var chosen = ticked.getOrDefault(subject, List.of());
                            answers.add(
                                    FieldView.of(
                                                    FieldKind.CHOICES,
                                                    path + ":is:" + subject,
                                                    question.text())
                                            .id(id(path + ":is:" + subject))
                                            .options(question.options())
                                            .values(chosen)
                                            .optional());
                            if (!chosen.isEmpty()) words.add(said(question, chosen));
                        });
        // What would come out otherwise than it went in is left to experts.
        var expert = !inOrder(ticked).cel().equals(cel.strip());
        var expression =
                findings(
                        FieldView.of(
                                        FieldKind.LONGTEXT,
                                        path + ":cel",
                                        texts.localize("editor.condition.expression"))
                                .id(id(path))
                                .hint(texts.localize("editor.condition.expression.hint"))
                                .value(expert ? cel : "")
                                .optional(),
                        path);
        return new Block.When(
                label(path), expert ? cel : String.join("，", words), answers, expression);
    }

    /** The ticked answers as the page would send them: in its own order. */
    private PlainCondition inOrder(Map<String, List<String>> ticked) {
        var ordered = new LinkedHashMap<String, List<String>>();
        asked().forEach(
                        (subject, question) ->
                                ordered.put(
                                        subject,
                                        question.options().stream()
                                                .map(Option::value)
                                                .filter(
                                                        ticked.getOrDefault(subject, List.of())
                                                                ::contains)
                                                .toList()));
        return new PlainCondition(ordered);
    }

    private String said(Question question, List<String> chosen) {
        var labels =
                question.options().stream()
                        .filter(option -> chosen.contains(option.value()))
                        .map(option -> "“" + option.label() + "”")
                        .collect(Collectors.joining(texts.localize("editor.condition.or")));
        return texts.localize("editor.condition.said", question.text(), labels);
    }

    /** Something a condition can be about. */
    private record Question(String text, List<Option> options) {}

    /** The questions and the closed fields of the form, by what an expression calls them. */
    private Map<String, Question> asked() {
        var asked = new LinkedHashMap<String, Question>();
        for (var question : EntryTree.rows(tree, "questions")) {
            asked.put(
                    "situation." + question.getOrDefault("key", ""),
                    new Question(
                            String.valueOf(question.getOrDefault("text", "")),
                            choicesOf(question)));
        }
        for (var page : EntryTree.rows(tree, "form")) {
            for (var field : EntryTree.rows(page, "fields")) {
                closed(field)
                        .ifPresent(
                                options ->
                                        asked.put(
                                                "form." + field.getOrDefault("key", ""),
                                                new Question(
                                                        String.valueOf(
                                                                field.getOrDefault("label", "")),
                                                        options)));
            }
        }
        asked.values().removeIf(question -> question.options().isEmpty());
        return asked;
    }

    private Optional<List<Option>> closed(Map<String, Object> field) {
        return switch (String.valueOf(field.getOrDefault("type", ""))) {
            case "choice" -> Optional.of(choicesOf(field));
            case "yesno" ->
                    Optional.of(
                            List.of(
                                    new Option("true", texts.localize("entry.yes")),
                                    new Option("false", texts.localize("entry.no"))));
            default -> Optional.empty();
        };
    }

    private static List<Option> choicesOf(Map<String, Object> row) {
        return EntryTree.rows(row, "choices").stream()
                .map(
                        choice ->
                                new Option(
                                        String.valueOf(choice.getOrDefault("value", "")),
                                        String.valueOf(choice.getOrDefault("label", ""))))
                .toList();
    }

    /** Of the element on the page; a path has brackets and points, which an address may not. */
    static String id(String path) {
        return "e-" + path.replaceAll("[^A-Za-z0-9-]", "-");
    }

    private String label(String path) {
        var key = Places.key(path);
        return texts.has(key) ? texts.localize(key) : path;
    }
}
