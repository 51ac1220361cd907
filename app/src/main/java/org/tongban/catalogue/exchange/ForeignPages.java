package org.tongban.catalogue.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.search.ForeignLists;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows and searches the list of another place that was taken over last. */
@Controller
class ForeignPages {

    private static final String PATH = "/staff/entries/foreign";
    private static final int LONGEST_WORDS = 100;

    private final ForeignLists lists;
    private final TextBundles bundles;

    ForeignPages(ForeignLists lists, TextBundles bundles) {
        this.lists = lists;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "foreign-items.listed", right = "review-staffing")
    Rendered show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var words = q.strip().length() > LONGEST_WORDS ? q.strip().substring(0, LONGEST_WORDS) : q;
        var list = lists.last();
        var rows = list.map(id -> rows(id, words.strip(), after)).orElse(List.of());
        var shown = rows.stream().limit(ForeignLists.ON_A_PAGE).toList();
        return Rendered.of("catalogue/exchange/foreign")
                .with("action", PATH)
                .with("words", words)
                .with("total", list.map(lists::size).orElse(0))
                .with("lines", shown.stream().map(row -> line(row, texts)).toList())
                .with(
                        "pager",
                        new Pager(
                                after > 0 ? PATH : "",
                                rows.size() > ForeignLists.ON_A_PAGE
                                        ? PATH + "?after=" + shown.getLast().line()
                                        : "",
                                ""));
    }

    private List<ForeignLists.Row> rows(UUID list, String words, int after) {
        return words.isEmpty()
                ? lists.rows(list, after, ForeignLists.ON_A_PAGE + 1)
                : lists.find(list, words);
    }

    private static ReportPage.Line line(ForeignLists.Row row, Texts texts) {
        var faults = new java.util.ArrayList<String>();
        faults.add(row.department() + " · " + row.localCode());
        row.faults().forEach(fault -> faults.add(texts.localize("foreign.fault." + fault)));
        return new ReportPage.Line(
                row.line(),
                row.name(),
                row.faults().isEmpty()
                        ? Tag.got(texts.localize("foreign.sound"))
                        : Tag.soon(texts.localize("foreign.faulty")),
                faults);
    }
}
