package org.tongban.catalogue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.directory.Directory;
import org.tongban.pack.PackHouse;

@Tag("A2")
@Tag("A3")
class ExchangeTests {

    private static final String KEY = "food-business-new";

    private static final AnnotationConfigApplicationContext HOUSE =
            PackHouse.withSandu(RowCheck.class, Exchange.class, ExchangeReports.class);

    private final Exchange exchange = HOUSE.getBean(Exchange.class);
    private final ExchangeReports reports = HOUSE.getBean(ExchangeReports.class);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"清单.csv", "清单.xlsx", "清单.json"})
    void whatWasHandedOutChangesNothingWhenItComesBack(String name) throws IOException {
        var run = exchange.report(name, handedOut(name, table()), staffing());

        assertThat(reports.counts(run)).isEqualTo(Map.of(Verdict.SAME, exchange.all().size()));
    }

    @Test
    void eachRowIsReportedAndNothingIsWrittenBeforeSomebodySaysSo() throws IOException {
        var rows = table();
        var changed = row(rows, KEY);
        changed.set(at("summary"), "开店以前先办这个。");
        var added = new ArrayList<>(row(rows, KEY));
        added.set(at("key"), "food-business-again");
        rows.add(added);
        rows.add(with(added, "key", "no-agency", "agency", "nobody"));
        rows.add(with(added, "key", "renamed", "name", "另一个名称"));
        rows.add(with(added, "key", "broken-form", "form", "[{"));
        rows.add(with(added, "key", "two-steps-no-decision", "steps", "[]"));
        rows.add(with(added, "key", KEY, "summary", "两次"));

        var run = exchange.report("清单.csv", TableFile.csv(EntryTable.COLUMNS, rows), staffing());

        assertThat(reports.counts(run))
                .containsEntry(Verdict.ADDED, 1)
                .containsEntry(Verdict.CHANGED, 1)
                .containsEntry(Verdict.REFUSED, 5);
        assertThat(reports.rows(run, Optional.of(Verdict.REFUSED), 0, 10))
                .extracting(row -> row.faults().getFirst().replaceFirst("：.*", ""))
                .contains("agency", "name", "form", "key");
        assertThat(summary()).startsWith("开餐馆");

        var written = exchange.write(run, staffing());

        assertThat(written).contains(new Exchange.Written(2, 0));
        assertThat(summary()).isEqualTo("开店以前先办这个。");
        assertThat(exchange.write(run, staffing())).isEmpty();
        var again = exchange.report("清单.csv", TableFile.csv(EntryTable.COLUMNS, rows), staffing());
        assertThat(reports.counts(again)).doesNotContainKeys(Verdict.ADDED, Verdict.CHANGED);
    }

    @Test
    void aRowThatSomebodyChangedMeanwhileIsNotOverwritten() throws IOException {
        var mine = table();
        row(mine, "food-business-renewal").set(at("summary"), "我写的。");
        var theirs = table();
        row(theirs, "food-business-renewal").set(at("summary"), "别人写的。");
        var first = exchange.report("一.csv", TableFile.csv(EntryTable.COLUMNS, mine), staffing());
        var second =
                exchange.report("二.csv", TableFile.csv(EntryTable.COLUMNS, theirs), staffing());

        exchange.write(second, staffing());

        assertThat(exchange.write(first, staffing())).contains(new Exchange.Written(0, 1));
    }

    @Test
    void aFileOfAnotherKindIsRefusedInWords() {
        var columns = "名称,部门\n甲,乙\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> exchange.report("清单.csv", columns, staffing()))
                .isInstanceOf(TableFile.Unreadable.class)
                .hasMessageContaining("第一行要有列名");
        assertThatThrownBy(() -> exchange.report("清单.json", columns, staffing()))
                .isInstanceOf(TableFile.Unreadable.class);
        assertThatThrownBy(() -> exchange.report("清单.xlsx", columns, staffing()))
                .isInstanceOf(TableFile.Unreadable.class);
    }

    private List<List<String>> table() {
        var rows = new ArrayList<List<String>>();
        exchange.all().forEach(item -> rows.add(new ArrayList<>(EntryTable.row(item))));
        return rows;
    }

    private byte[] handedOut(String name, List<List<String>> rows) {
        if (name.endsWith(".json")) return exchange.json();
        return name.endsWith(".csv")
                ? TableFile.csv(EntryTable.COLUMNS, rows)
                : TableFile.excel("清单", EntryTable.COLUMNS, rows);
    }

    private static List<String> row(List<List<String>> rows, String key) {
        return rows.stream().filter(row -> row.getFirst().equals(key)).findFirst().orElseThrow();
    }

    private static List<String> with(
            List<String> row, String first, String key, String second, String value) {
        var other = new ArrayList<>(row);
        other.set(at(first), key);
        other.set(at(second), value);
        return other;
    }

    private static int at(String column) {
        return EntryTable.COLUMNS.indexOf(column);
    }

    private static String summary() {
        return HOUSE.getBean(Catalogue.class).current(KEY).orElseThrow().definition().summary();
    }

    private static StaffPrincipal staffing() {
        var member =
                HOUSE.getBean(Directory.class).current().staff().stream()
                        .filter(one -> one.login().equals("staffing1"))
                        .findFirst()
                        .orElseThrow();
        return new StaffPrincipal(
                member.id(),
                member.name(),
                "staffing1",
                Set.of("staffing-reviewer"),
                Set.of("review-staffing"),
                Set.of(),
                Set.of(),
                true);
    }
}
