package org.tongban.casework.automatic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Handling;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;
import org.tongban.rules.Compiled;
import org.tongban.rules.Condition;
import org.tongban.rules.Facts;
import org.tongban.rules.FormValues;
import org.tongban.rules.RuleCompiler;
import org.tongban.rules.RuleNotEvaluable;

/** Checks the rules of an item on each application that comes in, once, behind its event line. */
@Component
class AutomaticReview implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticReview.class);

    private final Casework casework;
    private final CaseContents cases;
    private final Catalogue catalogue;
    private final RuleCompiler rules;
    private final AutomaticRecords records;
    private final HeldEvidence evidence;

    AutomaticReview(
            Casework casework,
            CaseContents cases,
            Catalogue catalogue,
            RuleCompiler rules,
            AutomaticRecords records,
            HeldEvidence evidence) {
        this.casework = casework;
        this.cases = cases;
        this.catalogue = catalogue;
        this.rules = rules;
        this.records = records;
        this.evidence = evidence;
    }

    @Override
    public String name() {
        return "automatic";
    }

    @Override
    public void follow(CaseLine line) {
        if (line.event() instanceof CaseEvent.Submitted
                || line.event() instanceof CaseEvent.CorrectionsSupplied) {
            review(line);
        }
        if (line.event() instanceof CaseEvent.AutomaticallyGranted granted) {
            sample(line.caseId(), granted);
        }
    }

    @LegalBasis({"practice/automatic/grant", "practice/automatic/hand-over"})
    private void review(CaseLine line) {
        var head = cases.head(line.caseId()).orElseThrow();
        var item = catalogue.version(head.itemKey(), head.itemVersion()).definition();
        var automatic = item.automatic();
        // No rule proves nothing, though all of none would hold.
        if (automatic.filter(those -> !those.rules().isEmpty()).isEmpty()
                || head.state() != CaseState.RECEIVED
                || records.isStopped(item.key())) {
            return;
        }
        var checked = check(line.caseId(), item, automatic.get());
        Act act =
                checked.stream().allMatch(Act.CheckedRule::proven)
                        ? new Act.DecideAutomatically(checked)
                        : new Act.HandToPerson(checked);
        var performed =
                casework.perform(
                        line.caseId(), OptionalInt.empty(), actId(line), act, Actor.system());
        if (performed instanceof Performed.Refused(var why)) {
            LOG.info("case {} is left to people: {}", head.caseNo(), why);
        }
    }

    /** Every rule with whether it is proven; the values it saw stay with the case's own content. */
    private List<Act.CheckedRule> check(
            UUID caseId, ItemDefinition item, Handling.Automatic automatic) {
        var content = cases.of(caseId).orElseThrow();
        var names = Applicability.names(item).holding(HeldEvidence.keys(item));
        var facts =
                new Facts(
                        content.situation(),
                        FormValues.of(content.form(), names),
                        ApplicationCheck.facts(content.applicant()),
                        evidence.of(caseId, content.applicant(), item));
        return automatic.rules().stream()
                .map(
                        rule ->
                                new Act.CheckedRule(
                                        rule.key(),
                                        rule.says(),
                                        switch (rules.compile(rule.when(), names)) {
                                            case Compiled.Sound<Condition>(var condition) ->
                                                    isProven(condition, facts);
                                            case Compiled.Faulty<Condition> _ -> false;
                                        },
                                        rule.when()))
                .toList();
    }

    private static boolean isProven(Condition condition, Facts facts) {
        try {
            return condition.holds(facts);
        } catch (RuleNotEvaluable nothingProven) {
            return false;
        }
    }

    /** The choice comes from the case's id, so that nobody can steer it and twice is once. */
    private void sample(UUID caseId, CaseEvent.AutomaticallyGranted granted) {
        var head = cases.head(caseId).orElseThrow();
        var item = catalogue.version(head.itemKey(), granted.itemVersion()).definition();
        var share = item.automatic().map(Handling.Automatic::samplePercent).orElse(0);
        if (Math.floorMod(caseId.hashCode(), 100) < share) {
            records.sample(caseId, head, item.name());
        }
    }

    private static UUID actId(CaseLine line) {
        var name = "automatic:" + line.caseId() + ":" + line.seq();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
