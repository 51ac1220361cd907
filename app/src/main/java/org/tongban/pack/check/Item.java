package org.tongban.pack.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.pack.text.Node;
import org.tongban.rules.FieldKind;
import org.tongban.rules.Names;

/**
 * An item while it is checked.
 *
 * @param names what its expressions may use
 * @param known what it may refer to
 */
record Item(Node node, Names names, Known known, FaultSheet sheet) {

    static Item of(Node node, Known known, FaultSheet sheet) {
        return new Item(node, names(node), known, sheet);
    }

    /** The keys that the item's expressions may use. */
    static Names names(Node item) {
        var form = new HashMap<String, FieldKind>();
        item.list("form").stream()
                .flatMap(page -> page.list("fields").stream())
                .forEach(
                        field ->
                                fieldType(field.text("type"))
                                        .map(Applicability::kind)
                                        .ifPresent(kind -> form.put(field.text("key"), kind)));
        return new Names(
                item.list("questions").stream()
                        .map(question -> question.text("key"))
                        .collect(Collectors.toSet()),
                form);
    }

    private static Optional<FieldType> fieldType(String type) {
        return switch (type) {
            case "citizenId" -> Optional.of(FieldType.CITIZEN_ID);
            case "creditCode" -> Optional.of(FieldType.CREDIT_CODE);
            case "projectCode" -> Optional.of(FieldType.PROJECT_CODE);
            default ->
                    Arrays.stream(FieldType.values())
                            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(type))
                            .findFirst();
        };
    }

    boolean isAtOnce() {
        return node.text("caseKind").equals("at-once");
    }

    Optional<Node> promisedTerm() {
        return node.at("limits").flatMap(limits -> limits.at("promised"));
    }

    /** The condition under {@code when}, if there is one, has to be an expression of the item's. */
    void condition(Node part, String path) {
        condition(part, path, names);
    }

    /** A rule that decides may look at what the office got itself, too. */
    void rule(Node part, String path) {
        condition(
                part,
                path,
                names.holding(
                        node.list("materials").stream()
                                .filter(material -> material.at("fetch").isPresent())
                                .map(material -> material.text("key"))
                                .collect(Collectors.toSet())));
    }

    private void condition(Node part, String path, Names names) {
        part.at("when")
                .filter(when -> !when.text().isEmpty())
                .ifPresent(
                        when ->
                                Expressions.conditionFaults(when.text(), names)
                                        .forEach(fault -> sheet.error(part, path, "when", fault)));
    }
}
