package org.tongban.certificates.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.CertificateType.Face;
import org.tongban.certificates.CertificateType.Layout;
import org.tongban.certificates.CertificateType.Place;
import org.tongban.web.Typed;

/**
 * A type as it stands in the boxes of its form: every box by its name, as typed, right or wrong.
 * Lines of the face are {@code e0.key}, things on the sheet {@code p0.show} and so on.
 */
final class TypedType {

    static final List<String> HEAD =
            List.of(
                    "name",
                    "typeCode",
                    "holder",
                    "validYears",
                    "single",
                    "numberForm",
                    "issuers",
                    "width",
                    "height");
    static final List<String> ELEMENT =
            List.of("key", "label", "from", "kind", "optional", "longest", "choices");
    static final List<String> PLACE =
            List.of("show", "x", "y", "size", "width", "height", "align", "text");

    /** More lines than a sheet holds. */
    static final int MOST_ROWS = 40;

    private static final int LONGEST = 1_000;

    private final Map<String, String> boxes;

    private TypedType(Map<String, String> boxes) {
        this.boxes = boxes;
    }

    /** What a browser sent, or what was kept of it. */
    static TypedType of(Map<String, String> sent) {
        var boxes = new LinkedHashMap<String, String>();
        sent.forEach(
                (name, text) -> {
                    var known = HEAD.contains(name) || name.matches("[ep]\\d{1,2}\\.[a-zA-Z]+");
                    if (known && !text.isBlank()) {
                        boxes.put(name, text.strip().substring(0, Math.min(length(text), LONGEST)));
                    }
                });
        return new TypedType(boxes);
    }

    private static int length(String text) {
        return text.strip().length();
    }

    /** The boxes of a type that is there. */
    static TypedType of(CertificateType type) {
        var boxes = new LinkedHashMap<String, String>();
        put(boxes, "name", type.name());
        put(boxes, "typeCode", type.typeCode());
        put(boxes, "holder", type.holder());
        put(boxes, "validYears", type.validYears());
        put(boxes, "single", type.oneEach() ? "yes" : null);
        put(boxes, "numberForm", type.numberForm());
        put(boxes, "issuers", type.issuers() == null ? null : String.join("、", type.issuers()));
        for (var at = 0; at < type.fields().size(); at++) {
            var face = type.fields().get(at);
            var row = "e" + at + ".";
            put(boxes, row + "key", face.key());
            put(boxes, row + "label", face.label());
            put(boxes, row + "from", face.from());
            put(boxes, row + "kind", face.kind());
            put(boxes, row + "optional", face.mayBeLeftOut() ? "yes" : null);
            put(boxes, row + "longest", face.longest());
            put(
                    boxes,
                    row + "choices",
                    face.choices() == null ? null : String.join("、", face.choices()));
        }
        Optional.ofNullable(type.layout()).ifPresent(layout -> put(boxes, layout));
        return new TypedType(boxes);
    }

    private static void put(Map<String, String> boxes, Layout layout) {
        put(boxes, "width", layout.width());
        put(boxes, "height", layout.height());
        for (var at = 0; at < layout.places().size(); at++) {
            var place = layout.places().get(at);
            var row = "p" + at + ".";
            put(boxes, row + "show", place.show());
            put(boxes, row + "x", place.x());
            put(boxes, row + "y", place.y());
            put(boxes, row + "size", place.size());
            put(boxes, row + "width", place.width());
            put(boxes, row + "height", place.height());
            put(boxes, row + "align", place.align());
            put(boxes, row + "text", place.text());
        }
    }

    private static void put(
            Map<String, String> boxes,
            String name,
            @org.jspecify.annotations.Nullable Object value) {
        if (value != null) boxes.put(name, value.toString());
    }

    Map<String, String> boxes() {
        return boxes;
    }

    String box(String name) {
        return boxes.getOrDefault(name, "");
    }

    /** Numbers of the rows in which something stands, in order. */
    List<Integer> rows(String of) {
        return boxes.keySet().stream()
                .filter(name -> name.startsWith(of) && name.indexOf('.') > 0)
                .filter(name -> name.substring(of.length()).matches("\\d{1,2}\\..*"))
                .map(name -> Integer.parseInt(name.substring(of.length(), name.indexOf('.'))))
                .filter(row -> row < MOST_ROWS)
                .distinct()
                .sorted()
                .toList();
    }

    /** The number in a box; empty when there is none, or no whole one. */
    Optional<Integer> whole(String name) {
        return Typed.integer(box(name))
                .filter(number -> number.bitLength() < 31)
                .map(Number::intValue);
    }

    /** Texts that stand in one box, parted by 、 or a comma. */
    List<String> several(String name) {
        return box(name).isEmpty()
                ? List.of()
                : List.of(box(name).split("[、,，;；]")).stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /**
     * The type as far as it can be read; what cannot is left out, and {@link TypeCheck} says so.
     */
    CertificateType type(String key) {
        var faces = new ArrayList<Face>();
        for (var at : rows("e")) {
            var row = "e" + at + ".";
            faces.add(
                    new Face(
                            box(row + "key"),
                            box(row + "label"),
                            box(row + "from"),
                            stated(box(row + "kind")),
                            box(row + "optional").isEmpty() ? null : true,
                            whole(row + "longest").orElse(null),
                            several(row + "choices").isEmpty() ? null : several(row + "choices")));
        }
        return new CertificateType(
                key,
                box("name"),
                Typed.code(box("typeCode")),
                whole("validYears").orElse(null),
                box("holder").isEmpty() ? "either" : box("holder"),
                faces,
                layout(),
                box("single").isEmpty() ? null : true,
                stated(box("numberForm")),
                several("issuers").isEmpty() ? null : several("issuers"));
    }

    private @org.jspecify.annotations.Nullable Layout layout() {
        var places = new ArrayList<Place>();
        for (var at : rows("p")) {
            var row = "p" + at + ".";
            places.add(
                    new Place(
                            box(row + "show"),
                            whole(row + "x").orElse(0),
                            whole(row + "y").orElse(0),
                            whole(row + "size").orElse(null),
                            whole(row + "width").orElse(null),
                            whole(row + "height").orElse(null),
                            stated(box(row + "align")),
                            stated(box(row + "text"))));
        }
        return places.isEmpty()
                ? null
                : new Layout(
                        whole("width").filter(TypeCheck::isSide).orElse(TypeCheck.USUAL_WIDTH),
                        whole("height").filter(TypeCheck::isSide).orElse(TypeCheck.USUAL_HEIGHT),
                        places);
    }

    private static @org.jspecify.annotations.Nullable String stated(String text) {
        return text.isEmpty() ? null : text;
    }
}
