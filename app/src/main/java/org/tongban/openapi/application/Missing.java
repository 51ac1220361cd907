package org.tongban.openapi.application;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Person;
import org.tongban.accounts.RealName;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.ApplicationCheck.Incomplete;
import org.tongban.casework.ApplicationCheck.Verdict;
import org.tongban.catalogue.FieldFault;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.openapi.problem.Fault;
import org.tongban.openapi.problem.Words;

/** What an application still lacks, by JSON Pointer. The rule is casework's; this names places. */
@Component
class Missing {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final String OF_THE_CATALOGUE = "catalogue.fault.";

    private final Words words;
    private final Directory directory;
    private final Accounts accounts;

    Missing(Words words, Directory directory, Accounts accounts) {
        this.words = words;
        this.directory = directory;
        this.accounts = accounts;
    }

    /** What the rule says to the draft. */
    Verdict verdict(SystemDraft draft, PublishedItem item) {
        var content = draft.content();
        return ApplicationCheck.check(
                item,
                content.applicant(),
                content.situation(),
                content.form(),
                draft.files(),
                directory.current().offeredRegions());
    }

    /** Everything that is in the way of handing it in; empty when nothing is. */
    List<Fault> of(SystemDraft draft, PublishedItem item) {
        var faults = new ArrayList<Fault>();
        ofApplicant(draft.content().applicant(), faults);
        if (!level(draft.content().applicant()).reaches(item.definition().leastRealName())) {
            faults.add(words.fault("/applicant/number", "not-known-well-enough", ""));
        }
        if (verdict(draft, item) instanceof Incomplete incomplete) {
            if (!incomplete.audienceAllowed()) {
                faults.add(words.fault("/applicant/kind", "not-eligible", ""));
            }
            incomplete
                    .questions()
                    .forEach(
                            question ->
                                    faults.add(
                                            words.fault(
                                                    Fault.pointer("situation", question.key()),
                                                    "missing",
                                                    question.text())));
            incomplete.fields().forEach(field -> faults.add(fault(field)));
            incomplete
                    .materials()
                    .forEach(
                            material ->
                                    faults.add(
                                            words.fault(
                                                    Fault.pointer("files", material.key()),
                                                    "material-missing",
                                                    material.name())));
        }
        return List.copyOf(faults);
    }

    /** How it is known who applies; of a firm, who represents it. */
    @LegalBasis("practice/identity/least-level")
    private RealName level(Applicant applicant) {
        var person =
                switch (applicant.kind()) {
                    case PERSON ->
                            CitizenId.read(applicant.number())
                                    .value()
                                    .flatMap(accounts::personWith);
                    case FIRM ->
                            CreditCode.read(applicant.number())
                                    .value()
                                    .flatMap(accounts::firmWith)
                                    .flatMap(firm -> accounts.person(firm.representativeId()));
                };
        return person.map(Person::realName).orElse(RealName.DECLARED);
    }

    private void ofApplicant(Applicant applicant, List<Fault> faults) {
        text("name", applicant.name(), LONGEST_NAME, faults);
        text("contact", applicant.contact(), LONGEST_NAME, faults);
        if (applicant.address().length() > LONGEST_ADDRESS) {
            faults.add(fault("address", "too-long"));
        }
        switch (applicant.kind()) {
            case PERSON -> code("number", CitizenId.read(applicant.number()), "id-number", faults);
            case FIRM -> code("number", CreditCode.read(applicant.number()), "credit-code", faults);
        }
        code("mobile", Mobile.read(applicant.mobile()), "mobile", faults);
    }

    private void text(String part, String text, int longest, List<Fault> faults) {
        if (text.isEmpty()) {
            faults.add(fault(part, "missing"));
        } else if (text.length() > longest) {
            faults.add(fault(part, "too-long"));
        }
    }

    private void code(String part, Parsed<?> read, String kind, List<Fault> faults) {
        if (!read.isValid()) faults.add(fault(part, "not-" + kind));
    }

    private Fault fault(String part, String code) {
        return words.fault(
                Fault.pointer("applicant", part), code, words.say("openapi.applicant." + part));
    }

    private Fault fault(FieldFault fault) {
        var code = fault.messageKey().substring(OF_THE_CATALOGUE.length()).replace('.', '-');
        return new Fault(
                Fault.pointer(("form." + fault.fieldKey()).split("\\.", -1)),
                code,
                words.say(fault.messageKey(), fault.arguments()));
    }
}
