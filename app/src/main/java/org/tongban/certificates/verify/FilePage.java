package org.tongban.certificates.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Verification;
import org.tongban.certificates.verify.VerifyPage.Step;
import org.tongban.documents.CheckReport;
import org.tongban.documents.StepResult;
import org.tongban.web.Answer;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/**
 * What anybody sees of a file that they had checked.
 *
 * @param look class of the big words
 * @param steps empty when the file could not be checked at all
 * @param signer what the seal says of itself; empty unless the file is genuine
 * @param register whether this house issued the file, and how it stands now
 * @param verifyHref page of the certificate; empty when the file is none of ours
 */
public record FilePage(
        String stylesheet,
        String fileName,
        String look,
        String title,
        String meaning,
        String checkedAt,
        List<FileStep> steps,
        List<Answer> signer,
        List<Step> register,
        String verifyHref) {

    /**
     * One step.
     *
     * @param why it did not pass, in plain words; empty when it did
     */
    public record FileStep(String what, Tag result, String why) {}

    /** What the register of this house says of a file. */
    record Entry(Optional<Certificate> certificate, Optional<Verification> now, boolean paper) {}

    public FilePage {
        steps = List.copyOf(steps);
        signer = List.copyOf(signer);
        register = List.copyOf(register);
    }

    static FilePage of(
            String stylesheet,
            String fileName,
            CheckReport report,
            Entry entry,
            String checkedAt,
            String sealedAt,
            Texts texts) {
        var verdict = verdict(report, entry);
        var refusal = report.refusal().map(why -> "certificates.file.refused." + key(why));
        return new FilePage(
                stylesheet,
                fileName,
                verdict.equals("good") ? "good" : verdict.equals("doubtful") ? "over" : "bad",
                texts.localize("certificates.file." + verdict),
                texts.localize(refusal.orElse("certificates.file." + verdict + ".means")),
                texts.localize("certificates.checked-at", checkedAt),
                report.steps().stream().map(step -> step(step, texts)).toList(),
                report.isGenuine() ? signer(report, sealedAt, texts) : List.of(),
                report.isGenuine() ? register(entry, texts) : List.of(),
                report.isGenuine()
                        ? entry.certificate().map(held -> "/verify/" + held.token()).orElse("")
                        : "");
    }

    /** A seal may be sound and the certificate no longer: the worse of the two is said first. */
    private static String verdict(CheckReport report, Entry entry) {
        if (report.refusal().isPresent()) return "refused";
        if (!report.isGenuine()) return "forged";
        if (entry.now().isPresent()) {
            return switch (entry.now().get().verdict()) {
                case VALID -> "good";
                case EXPIRED, SUSPENDED, REPLACED, REVOKED -> "past";
                case BROKEN -> "forged";
            };
        }
        return entry.paper() ? "good" : "doubtful";
    }

    private static FileStep step(StepResult step, Texts texts) {
        var word = texts.localize("certificates.check." + key(step.answer()));
        var tag =
                switch (step.answer()) {
                    case PASSED -> Tag.got(word);
                    case FAILED -> Tag.late(word);
                    case UNCHECKED -> Tag.plain(word);
                };
        var why =
                switch (step.answer()) {
                    case PASSED -> "";
                    case FAILED, UNCHECKED ->
                            texts.localize("certificates.fault." + key(step.fault()), step.where());
                };
        return new FileStep(texts.localize("certificates.file.step." + key(step.step())), tag, why);
    }

    private static List<Answer> signer(CheckReport report, String sealedAt, Texts texts) {
        return report.sealedBy()
                .map(
                        by ->
                                List.of(
                                        fact("certificates.file.sealer", by.sealer(), texts),
                                        fact("certificates.file.seal", by.seal(), texts),
                                        fact("certificates.file.sealed-at", sealedAt, texts)))
                .orElse(List.of());
    }

    private static List<Step> register(Entry entry, Texts texts) {
        var steps = new ArrayList<Step>();
        var known = entry.certificate().isPresent() || entry.paper();
        steps.add(
                new Step(
                        texts.localize("certificates.file.register"),
                        known
                                ? Tag.got(texts.localize("certificates.check.passed"))
                                : Tag.plain(texts.localize("certificates.check.unchecked"))));
        entry.now()
                .ifPresent(
                        now ->
                                steps.add(
                                        new Step(
                                                texts.localize("certificates.file.now"),
                                                now.verdict() == Verification.Verdict.VALID
                                                        ? Tag.got(standing(now, texts))
                                                        : Tag.late(standing(now, texts)))));
        return steps;
    }

    private static String standing(Verification now, Texts texts) {
        return texts.localize("certificates.verdict." + key(now.verdict()));
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
