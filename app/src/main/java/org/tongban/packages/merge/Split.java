package org.tongban.packages.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.casework.Pledge;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.packages.PackageDefinition;

/** What was answered once, as each item asked for it. The other way round of {@link Merge}. */
public final class Split {

    private final Keys keys;

    public Split(PackageDefinition pack) {
        this.keys = new Keys(pack);
    }

    /**
     * What is one item's share.
     *
     * @param typed by the item's own keys
     * @param files under the item's own materials and questions
     */
    public record Share(
            Map<String, String> situation,
            Map<String, List<String>> typed,
            List<SubmittedFile> files,
            List<Pledge> pledges) {
        public Share {
            situation = Map.copyOf(situation);
            typed = Map.copyOf(typed);
            files = List.copyOf(files);
            pledges = List.copyOf(pledges);
        }
    }

    /**
     * Takes the share of an item.
     *
     * @param situation answers to the package's questions
     * @param typed by keys of the merged form
     */
    public Share of(
            Chosen one,
            Map<String, String> situation,
            Map<String, List<String>> typed,
            List<SubmittedFile> files,
            List<Pledge> pledges) {
        return new Share(
                situation(one, situation, typed),
                typed(one, typed),
                files.stream().flatMap(file -> file(one, file).stream()).toList(),
                pledges.stream().flatMap(pledge -> pledge(one, pledge).stream()).toList());
    }

    private Map<String, String> situation(
            Chosen one, Map<String, String> situation, Map<String, List<String>> typed) {
        var own = new LinkedHashMap<String, String>();
        for (var question : one.definition().questions()) {
            var answer = one.member().answer(question.key());
            var said =
                    answer.isEmpty()
                            ? typed
                                    .getOrDefault(
                                            keys.question(one.key(), question.key()), List.of())
                                    .stream()
                                    .findFirst()
                            : Optional.ofNullable(answer.get().as())
                                    .map(situation::get)
                                    .or(() -> Optional.ofNullable(answer.get().value()));
            said.ifPresent(value -> own.put(question.key(), value));
        }
        return own;
    }

    private Map<String, List<String>> typed(Chosen one, Map<String, List<String>> typed) {
        var own = new LinkedHashMap<String, List<String>>();
        var filled = one.laterFields();
        for (var field : one.definition().fields()) {
            if (filled.contains(field.key())) continue;
            var merged = keys.field(one.key(), field.key());
            copy(merged, field.key(), typed, own);
            if (field.isGroup()) rows(field, merged, typed, own);
        }
        return own;
    }

    private static void rows(
            Field group,
            String merged,
            Map<String, List<String>> typed,
            Map<String, List<String>> own) {
        for (var row = 0; row < FormRows.MOST; row++) {
            for (var below : group.fields()) {
                var cell = "." + row + "." + below.key();
                copy(merged + cell, group.key() + cell, typed, own);
            }
        }
    }

    private static void copy(
            String from,
            String to,
            Map<String, List<String>> typed,
            Map<String, List<String>> own) {
        var said = typed.get(from);
        if (said != null) own.put(to, said);
    }

    private Optional<SubmittedFile> file(Chosen one, SubmittedFile file) {
        return under(one, file.material()).map(file::under);
    }

    private Optional<String> under(Chosen one, String merged) {
        var standing = one.standingMaterials();
        for (var material : one.definition().materials()) {
            if (!standing.contains(material.key())
                    && keys.material(one.key(), material.key()).equals(merged)) {
                return Optional.of(material.key());
            }
        }
        for (var own : filesUnder(one.definition())) {
            var field = own.contains(".") ? own.substring(0, own.indexOf('.')) : own;
            var rest = own.substring(field.length());
            if (ItemDefinition.filesUnder(keys.field(one.key(), field) + rest).equals(merged)) {
                return Optional.of(ItemDefinition.filesUnder(own));
            }
        }
        return Optional.empty();
    }

    /** Keys of the questions, also those of rows, that are answered with files. */
    private static List<String> filesUnder(ItemDefinition item) {
        var found = new ArrayList<String>();
        for (var field : item.fields()) {
            if (field.type() == ItemDefinition.FieldType.FILE) found.add(field.key());
            for (var below : field.fields()) {
                if (below.type() == ItemDefinition.FieldType.FILE) {
                    found.add(field.key() + "." + below.key());
                }
            }
        }
        return found;
    }

    private Optional<Pledge> pledge(Chosen one, Pledge pledge) {
        return one.definition().materials().stream()
                .filter(
                        material ->
                                keys.material(one.key(), material.key()).equals(pledge.material()))
                .findFirst()
                .map(
                        material ->
                                new Pledge(
                                        material.key(),
                                        material.name(),
                                        pledge.kind(),
                                        pledge.text(),
                                        pledge.state(),
                                        pledge.madeOn(),
                                        pledge.settledOn()));
    }
}
