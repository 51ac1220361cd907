package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.schema.Tables.PACKAGE_PART;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.casework.CombinedApplications;
import org.tongban.pack.text.PackReader;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.PackTrees;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.WholeState;
import org.tongban.packages.merge.Selection;

/**
 * Packages of the Sandu pack from one application to all their results, in the order that their
 * needs give.
 */
@Tag("C1")
@Tag("C3")
class PackageRunsTests extends PackageHouse {

    @Test
    void closingACompanyGoesInOneRowAndThenSideBySide() {
        var whole = send("close-company", FIRM, Map.of("way", "ordinary", "staff", "insured"), 1);

        assertThat(states(whole)).containsExactly("READY", "WAITING", "WAITING", "WAITING");
        office.work();
        assertThat(states(whole)).containsExactly("RUNNING", "WAITING", "WAITING", "WAITING");
        grant(whole, "tax-cancellation");
        assertThat(states(whole)).containsExactly("GRANTED", "RUNNING", "WAITING", "WAITING");
        grant(whole, "company-cancellation");
        assertThat(states(whole)).containsExactly("GRANTED", "GRANTED", "RUNNING", "RUNNING");
        grant(whole, "social-insurance-cancellation");
        grant(whole, "seal-cancellation");

        assertThat(now(whole).state()).isEqualTo(WholeState.DONE);
        assertThat(now(whole).closedAt()).isPresent();
    }

    @Test
    void theResultOfOnePartIsAPaperOfTheNext() {
        var whole = send("close-company", FIRM, Map.of("way", "ordinary", "staff", "never"), 2);
        office.work();
        grant(whole, "tax-cancellation");

        var second = part(whole, "company-cancellation").caseId().orElseThrow();

        assertThat(materials(second)).contains("tax-clearance");
    }

    @Test
    void aCertificateFillsInTheNextForm() {
        var whole =
                send(
                        "newborn",
                        PAN,
                        Map.of(
                                "born",
                                "hospital",
                                "parents",
                                "both",
                                "with_vaccination_book",
                                "yes"),
                        3);
        office.work();
        grant(whole, "birth-certificate");

        assertThat(states(whole)).containsExactly("GRANTED", "RUNNING", "RUNNING");
        var household = part(whole, "household-birth").caseId().orElseThrow();
        assertThat(materials(household)).contains("birth-certificate");
        assertThat(casework.find(household)).isPresent();
    }

    @Test
    void aRefusalStopsWhatNeedsItAndNothingElse() {
        var whole = send("close-company", FIRM, Map.of("way", "simple", "staff", "insured"), 4);
        office.work();
        grant(whole, "tax-cancellation");
        refuse(whole, "company-cancellation");

        assertThat(states(whole)).containsExactly("GRANTED", "REFUSED", "STOPPED", "STOPPED");
        assertThat(part(whole, "seal-cancellation").becauseOf()).contains("company-cancellation");
        assertThat(now(whole).state()).isEqualTo(WholeState.PARTLY_DONE);
    }

    @Test
    @Tag("H5")
    void sevenPartsBeginWithAsManyStatementsAsThree() {
        var three = sent(Map.of("kind", "home", "road", "yes", "trees", "yes", "line", "yes"));
        var forThree = statementsOf(office::work);
        var seven = sent(everythingConnected());

        var forSeven = statementsOf(office::work);

        assertThat(seven.parts()).hasSize(7);
        assertThat(three.parts()).hasSize(3);
        assertThat(states(seven)).containsOnly("RUNNING");
        assertThat(states(three)).containsOnly("RUNNING");
        // The statement with which a case itself is made is not jOOQ's and is not among them.
        assertThat(forSeven).hasSizeLessThanOrEqualTo(forThree.size()).hasSizeLessThan(10);
    }

    @Test
    void aPartThatCannotBeReadIsPutAsideAndItsSiblingsBegin() {
        var whole = sent(Map.of("kind", "home", "road", "yes", "trees", "yes", "line", "yes"));
        var broken = whole.parts().get(1);
        db.update(PACKAGE_PART)
                .set(PACKAGE_PART.SHARE, new byte[] {1, 2, 3})
                .where(PACKAGE_PART.CASE_ID.eq(broken.caseId().orElseThrow()))
                .execute();

        office.work();

        assertThat(states(whole)).containsExactly("RUNNING", "READY", "RUNNING");
        assertThat(part(whole, broken.key()).note()).contains("fault|");
        assertThat(casework.find(broken.caseId().orElseThrow())).isEmpty();
        for (var other : List.of(whole.parts().get(0), whole.parts().get(2))) {
            assertThat(register.line(other.caseId().orElseThrow())).hasSize(1);
        }
    }

    private PackageCase sent(Map<String, String> situation) {
        return send("connect-utilities", PAN, situation, 6);
    }

    private static Map<String, String> everythingConnected() {
        var situation =
                new HashMap<>(Map.of("kind", "home", "road", "yes", "trees", "yes", "line", "yes"));
        Objects.requireNonNull(SanduPackages.read().packages.get("connect-utilities"))
                .items()
                .stream()
                .filter(PackageDefinition.Member::optional)
                .forEach(member -> situation.put(Selection.wanted(member.item()), Selection.YES));
        return situation;
    }

    private List<String> statementsOf(Runnable work) {
        var statements = new CopyOnWriteArrayList<String>();
        var before = db.configuration().executeListenerProviders();
        db.configuration()
                .set(
                        new DefaultExecuteListenerProvider(
                                new ExecuteListener() {
                                    @Override
                                    public void executeStart(ExecuteContext context) {
                                        statements.add(String.valueOf(context.sql()));
                                    }
                                }));
        try {
            work.run();
        } finally {
            db.configuration().set(before);
        }
        return statements;
    }

    @Test
    void sentTwiceItIsThereOnce() {
        var ready = ready("close-company", FIRM, Map.of("way", "simple", "staff", "never"), 5);

        var first = applications.send(ready);
        var second = applications.send(ready);

        assertThat(first).isInstanceOf(CombinedApplications.Sent.Done.class).isEqualTo(second);
    }

    @Test
    @Tag("C4")
    void anExportedPackHoldsThePackagesAsTheyWere(@TempDir Path folder) throws Exception {
        exports.run(folder.resolve("pack"));

        var written =
                PackReader.read(folder.resolve("pack")).files().entrySet().stream()
                        .filter(file -> file.getKey().startsWith(PackText.PACKAGES))
                        .map(file -> PackTrees.ofPackage(file.getValue()))
                        // Random ones of another class that uses the same house.
                        .filter(pack -> !pack.key().startsWith("graph-"))
                        .toList();
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(SanduPackages.read().packages.values());
    }
}
