package org.tongban.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.PublishedItem;
import org.tongban.pack.check.PackRules;
import org.tongban.pack.text.PackReader;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.PackTrees;
import org.tongban.packages.merge.Wording;

/** The packages of the Sandu pack with their items, and people who answer whatever is asked. */
public final class SanduPackages {

    public final Map<String, ItemDefinition> items = new LinkedHashMap<>();
    public final Map<String, PackageDefinition> packages = new LinkedHashMap<>();

    /** Words that a test can tell apart. */
    public static final Wording WORDS =
            new Wording() {
                @Override
                public String neededBy(List<String> names) {
                    return "用于：" + String.join("、", names);
                }

                @Override
                public String wanted(String item) {
                    return "要办“" + item + "”吗？";
                }

                @Override
                public String yes() {
                    return "要";
                }

                @Override
                public String no() {
                    return "不要";
                }

                @Override
                public String situationPage() {
                    return "情况";
                }
            };

    private SanduPackages() {}

    public static SanduPackages read() {
        var folder = Path.of(System.getProperty("tongban.root", ".."), "packs", "sandu");
        try {
            var found = new SanduPackages();
            PackRules.check(PackReader.read(folder.normalize()))
                    .files()
                    .forEach(
                            (file, node) -> {
                                if (file.startsWith(PackText.ITEMS)) {
                                    found.items.put(node.text("key"), PackTrees.ofItem(file, node));
                                }
                                if (file.startsWith(PackText.PACKAGES)) {
                                    found.packages.put(node.text("key"), PackTrees.ofPackage(node));
                                }
                            });
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the pack's. */
    public PackageDefinition pack(String key) {
        return Objects.requireNonNull(packages.get(key));
    }

    public Optional<PublishedItem> item(String key) {
        return Optional.ofNullable(items.get(key))
                .map(item -> new PublishedItem(1, Instant.EPOCH, item));
    }

    /** An answer that the field takes. */
    public static List<String> answer(Field field, Random random) {
        return List.of(
                switch (field.type()) {
                    case TEXT, LONGTEXT, ADDRESS -> "三都县" + random.nextInt(90) + "号";
                    case NAME -> "潘某忠";
                    case INTEGER -> String.valueOf(number(field, random));
                    case DECIMAL, MONEY -> String.valueOf(number(field, random));
                    case DATE -> "2026-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(9));
                    case CHOICE, CHOICES ->
                            field.choices().get(random.nextInt(field.choices().size())).value();
                    case YESNO -> random.nextBoolean() ? "yes" : "no";
                    case CITIZEN_ID -> "990101198506150020";
                    case CREDIT_CODE -> "92990101MA99010126";
                    case PROJECT_CODE ->
                            "2601-522732-04-01-%06d".formatted(random.nextInt(900_000));
                    case MOBILE -> "1380000" + (1000 + random.nextInt(9000));
                    case REGION -> "522732001005";
                    case GROUP, FILE -> throw new IllegalArgumentException(field.key());
                });
    }

    private static int number(Field field, Random random) {
        var least = field.min() == null ? 1 : (int) Math.ceil(Double.parseDouble(field.min()));
        var most = field.max() == null ? 400 : (int) Math.min(400, Double.parseDouble(field.max()));
        // A deep kitchen does not fit into a small shop; the forms do not compare the two.
        return Math.max(least, 1) + random.nextInt(Math.max(1, most - Math.max(least, 1)));
    }

    /** Answers to all fields of a form, rows as well. */
    public static Map<String, List<String>> answers(ItemDefinition item, Random random) {
        var typed = new LinkedHashMap<String, List<String>>();
        for (var field : item.fields()) {
            switch (field.type()) {
                case FILE -> {}
                case GROUP -> {
                    var rows = Math.max(1, FormRows.least(field));
                    typed.put(field.key(), List.of(String.valueOf(rows)));
                    for (var row = 0; row < rows; row++) {
                        for (var cell : FormRows.cells(field, row)) {
                            typed.put(cell.key(), answer(cell, random));
                        }
                    }
                }
                default -> typed.put(field.key(), answer(field, random));
            }
        }
        return typed;
    }
}
