package org.tongban.certificates.design;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.certificates.KnownTypes;
import org.tongban.codes.CertificateTypeCode;
import org.tongban.directory.Directory;
import org.tongban.rules.Compiled;
import org.tongban.rules.RuleCompiler;
import org.tongban.rules.ValueExpression;
import org.tongban.web.Texts;

/**
 * Holds a typed type to what a pack is held to: a code that can be, lines that every item which
 * issues it can fill, a sheet on which everything has its place.
 */
@Component
class TypeCheck {

    static final int USUAL_WIDTH = 297;
    static final int USUAL_HEIGHT = 210;

    static final List<String> PARTS =
            List.of(
                    "title",
                    "number",
                    "identifier",
                    "holder",
                    "holderNumber",
                    "issuer",
                    "issuedOn",
                    "validUntil",
                    "lines",
                    "text",
                    "frame",
                    "qr",
                    "seal");
    static final List<String> KINDS =
            List.of("text", "date", "decimal", "mobile", "citizenId", "creditCode");
    static final List<String> ALIGNS = List.of("left", "middle", "right");
    static final List<String> HOLDERS = List.of("person", "firm", "either");

    private static final int SHORTEST_SIDE = 50;
    private static final int LONGEST_SIDE = 1_000;
    private static final int MOST_YEARS = 100;
    private static final int MOST_CHARACTERS = 2_000;
    private static final int SMALLEST_TYPE = 4;
    private static final int LARGEST_TYPE = 100;
    private static final int LONGEST_NAME = 60;

    /** Of a seal, in millimetres. */
    private static final int SEAL = 42;

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    private final KnownTypes types;
    private final CertificatesOfItems items;
    private final Catalogue catalogue;
    private final Directory directory;
    private final RuleCompiler rules;

    TypeCheck(
            KnownTypes types,
            CertificatesOfItems items,
            Catalogue catalogue,
            Directory directory,
            RuleCompiler rules) {
        this.types = types;
        this.items = items;
        this.catalogue = catalogue;
        this.directory = directory;
        this.rules = rules;
    }

    static boolean isSide(int millimetres) {
        return millimetres >= SHORTEST_SIDE && millimetres <= LONGEST_SIDE;
    }

    /** What is the matter, in words, by the name of the box; nothing: it can be published. */
    Map<String, String> faults(String key, TypedType typed, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        head(key, typed, faults, texts);
        elements(key, typed, faults, texts);
        places(typed, faults, texts);
        return faults;
    }

    private void head(String key, TypedType typed, Map<String, String> faults, Texts texts) {
        var name = typed.box("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.put("name", texts.localize("design.name.wrong", LONGEST_NAME));
        }
        var type = typed.type(key);
        if (!CertificateTypeCode.read(type.typeCode()).isValid()) {
            faults.put("typeCode", texts.localize("design.typeCode.wrong"));
        } else if (types.all().stream()
                .anyMatch(
                        other ->
                                !other.key().equals(key)
                                        && other.typeCode().equals(type.typeCode()))) {
            faults.put("typeCode", texts.localize("design.typeCode.taken"));
        }
        if (!HOLDERS.contains(typed.box("holder"))) {
            faults.put("holder", texts.localize("design.holder.wrong"));
        }
        within(typed, "validYears", 1, MOST_YEARS, true, faults, texts);
        try {
            Pattern.compile(typed.box("numberForm"));
        } catch (PatternSyntaxException broken) {
            faults.put("numberForm", texts.localize("design.numberForm.wrong"));
        }
        var place = directory.current();
        typed.several("issuers").stream()
                .filter(agency -> place.agency(agency).isEmpty())
                .findFirst()
                .ifPresent(
                        agency ->
                                faults.put(
                                        "issuers", texts.localize("design.issuers.wrong", agency)));
    }

    private void elements(String key, TypedType typed, Map<String, String> faults, Texts texts) {
        var rows = typed.rows("e");
        if (rows.isEmpty()) faults.put("e0.key", texts.localize("design.element.none"));
        var issuing = issuing(key);
        var seen = new HashSet<String>();
        for (var at : rows) {
            var row = "e" + at + ".";
            var own = typed.box(row + "key");
            if (!KEY.matcher(own).matches()) {
                faults.put(row + "key", texts.localize("design.element.key.wrong", at + 1));
            } else if (!seen.add(own)) {
                faults.put(row + "key", texts.localize("design.element.key.twice", at + 1));
            }
            if (typed.box(row + "label").isEmpty()) {
                faults.put(row + "label", texts.localize("design.element.label.wrong", at + 1));
            }
            var kind = typed.box(row + "kind");
            if (!kind.isEmpty() && !KINDS.contains(kind)) {
                faults.put(row + "kind", texts.localize("design.element.kind.wrong", at + 1));
            }
            within(typed, row + "longest", 1, MOST_CHARACTERS, true, faults, texts);
            source(typed.box(row + "from"), issuing)
                    .ifPresent(
                            item ->
                                    faults.put(
                                            row + "from",
                                            texts.localize(
                                                    "design.element.from.wrong", at + 1, item)));
        }
    }

    private List<ItemDefinition> issuing(String key) {
        return items.all().stream()
                .filter(line -> line.issues().filter(key::equals).isPresent())
                .flatMap(line -> catalogue.current(line.key()).stream())
                .map(version -> version.definition())
                .toList();
    }

    /** The item that cannot fill a line; empty text where the expression itself is none. */
    private Optional<String> source(String from, List<ItemDefinition> issuing) {
        if (from.isEmpty()) return Optional.of("");
        return issuing.stream()
                .filter(
                        item ->
                                rules.compileValue(from, Applicability.names(item))
                                        instanceof Compiled.Faulty<ValueExpression>)
                .map(ItemDefinition::name)
                .findFirst();
    }

    private static void places(TypedType typed, Map<String, String> faults, Texts texts) {
        var rows = typed.rows("p");
        // Without a sheet of its own it stands on the plain one.
        if (rows.isEmpty()) return;
        within(typed, "width", SHORTEST_SIDE, LONGEST_SIDE, false, faults, texts);
        within(typed, "height", SHORTEST_SIDE, LONGEST_SIDE, false, faults, texts);
        var width = typed.whole("width").orElse(LONGEST_SIDE);
        var height = typed.whole("height").orElse(LONGEST_SIDE);
        var shown = shown(typed);
        var sealed = false;
        for (var at : rows) {
            var row = "p" + at + ".";
            var show = typed.box(row + "show");
            if (!shown.contains(show)) {
                faults.put(row + "show", texts.localize("design.place.show.wrong", at + 1));
            }
            var seal = show.equals("seal");
            sealed |= seal;
            within(typed, row + "x", 0, seal ? width - SEAL : width, false, faults, texts);
            within(typed, row + "y", 0, seal ? height - SEAL : height, false, faults, texts);
            within(typed, row + "size", SMALLEST_TYPE, LARGEST_TYPE, true, faults, texts);
            within(typed, row + "width", 1, LONGEST_SIDE, true, faults, texts);
            within(typed, row + "height", 1, LONGEST_SIDE, true, faults, texts);
            var align = typed.box(row + "align");
            if (!align.isEmpty() && !ALIGNS.contains(align)) {
                faults.put(row + "align", texts.localize("design.place.align.wrong", at + 1));
            }
        }
        if (!sealed) {
            faults.put("p" + rows.getFirst() + ".show", texts.localize("design.place.seal"));
        }
    }

    private static Set<String> shown(TypedType typed) {
        var shown =
                typed.rows("e").stream()
                        .map(at -> typed.box("e" + at + ".key"))
                        .collect(Collectors.toSet());
        shown.addAll(PARTS);
        return shown;
    }

    private static void within(
            TypedType typed,
            String box,
            int least,
            int most,
            boolean optional,
            Map<String, String> faults,
            Texts texts) {
        if (optional && typed.box(box).isEmpty()) return;
        if (typed.whole(box).filter(n -> n >= least && n <= most).isEmpty()) {
            faults.put(box, texts.localize("design.number.wrong", least, most));
        }
    }
}
