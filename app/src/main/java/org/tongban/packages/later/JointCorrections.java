package org.tongban.packages.later;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act.Correction;
import org.tongban.casework.Actor;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Clock;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.SentApplications.Asked;
import org.tongban.casework.SentApplications.Written;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.Supplement;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.apply.PackageWords;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.merge.Chosen;
import org.tongban.packages.merge.Keys;
import org.tongban.packages.merge.Merge;
import org.tongban.packages.merge.Split;
import org.tongban.packages.merge.Taken;

/**
 * What all offices of an application told to correct, put right in one place: a paper that several
 * want is brought once, a question that several ask is answered once, and each office gets its
 * share as an act of its own.
 */
@Component
@LegalBasis("licensing/32/1(4)")
public class JointCorrections {

    /** What a correction of the form itself names in place of a material. */
    private static final String FORM = "form";

    /** Keeps what is brought now apart from what was brought at first. */
    private static final String AGAIN = "again-";

    private final SentParts sent;
    private final Casework casework;
    private final CaseContents contents;
    private final Drafts drafts;
    private final Directory directory;
    private final PackageWords words;

    JointCorrections(
            SentParts sent,
            Casework casework,
            CaseContents contents,
            Drafts drafts,
            Directory directory,
            PackageWords words) {
        this.sent = sent;
        this.casework = casework;
        this.contents = contents;
        this.drafts = drafts;
        this.directory = directory;
        this.words = words;
    }

    /** A part whose office has told what to correct. */
    private record Told(PackageCase.Part part, CaseFile file, Chosen item) {

        boolean isForm() {
            return wants(FORM);
        }

        boolean wants(String material) {
            return file.corrections().stream().anyMatch(one -> one.material().equals(material));
        }
    }

    Optional<Asked> asked(PackageCase whole) {
        var told = told(whole);
        if (told.isEmpty()) return Optional.empty();
        var pack = sent.pack(whole);
        var item =
                Merge.of(
                        pack,
                        told.stream().map(Told::item).toList(),
                        List.of(),
                        new OnlyTold(told),
                        words);
        return Optional.of(
                new Asked(
                        whole.id(),
                        whole.caseIds(),
                        pack.name(),
                        whole.path(),
                        until(told),
                        told.stream().flatMap(this::sentences).toList(),
                        new PublishedItem(whole.packageVersion(), whole.submittedAt(), item)));
    }

    /** How many offices wait, for the page of the whole. */
    public List<String> offices(PackageCase whole) {
        return told(whole).stream().map(one -> office(one.part())).distinct().toList();
    }

    private List<Told> told(PackageCase whole) {
        var told = new ArrayList<Told>();
        for (var part : whole.parts()) {
            if (part.startedAt().isEmpty() || part.state().isOver()) continue;
            var file =
                    part.caseId()
                            .flatMap(casework::find)
                            .filter(one -> one.state() == CaseState.CORRECTING);
            var item = sent.item(whole, part);
            if (file.isPresent() && item.isPresent()) {
                told.add(new Told(part, file.get(), item.get()));
            }
        }
        return told;
    }

    private static Optional<LocalDate> until(List<Told> told) {
        return told.stream()
                .flatMap(one -> one.file().leadingClock().flatMap(Clock::due).stream())
                .min(Comparator.naturalOrder());
    }

    private Stream<String> sentences(Told one) {
        var office = office(one.part());
        return one.file().corrections().stream()
                .map(each -> office + "（" + one.part().name() + "）：" + words(each));
    }

    private static String words(Correction one) {
        return one.name() + "：" + one.what();
    }

    private String office(PackageCase.Part part) {
        return directory.current().agency(part.agency()).map(Agency::name).orElse(part.agency());
    }

    List<String> take(PackageCase whole, UUID act, Written written, Actor actor) {
        var pack = sent.pack(whole);
        var late = new ArrayList<String>();
        for (var one : told(whole)) {
            var supplement = supplement(whole, pack, one, written);
            var done =
                    supplement.map(
                            all ->
                                    casework.supply(
                                            one.file().caseId(),
                                            actOf(act, one.file().caseId()),
                                            written.note(),
                                            all,
                                            actor));
            if (done.isEmpty() || done.get() instanceof Performed.Refused) {
                late.add(one.part().name());
            }
        }
        drafts.files(whole.id()).stream()
                .filter(file -> file.material().startsWith(AGAIN))
                .forEach(file -> drafts.removeFile(whole.id(), file.fileNo()));
        return late;
    }

    private static UUID actOf(UUID act, UUID caseId) {
        return UUID.nameUUIDFromBytes((act + ":" + caseId).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Supplement> supplement(
            PackageCase whole, PackageDefinition pack, Told one, Written written) {
        var now = contents.of(one.file().caseId()).orElseThrow();
        var keys = new Keys(pack);
        var files = new ArrayList<SubmittedFile>();
        for (var material : one.item().definition().materials()) {
            if (!one.wants(material.key())) continue;
            var merged = AGAIN + keys.material(one.part().key(), material.key());
            written.files().stream()
                    .filter(file -> file.material().equals(merged))
                    .map(file -> file.under(material.key()))
                    .forEach(files::add);
        }
        return content(whole, pack, one, written, now)
                .map(
                        content ->
                                new Supplement(
                                        content,
                                        ApplicationCheck.steps(one.item().definition(), content),
                                        files));
    }

    private Optional<PrivatePart> content(
            PackageCase whole, PackageDefinition pack, Told one, Written written, PrivatePart now) {
        if (!one.isForm()) return Optional.of(now);
        var situation =
                drafts.ofCase(whole.id())
                        .<Map<String, String>>map(draft -> draft.situation())
                        .orElse(Map.of());
        var share =
                new Split(pack).of(one.item(), situation, written.typed(), List.of(), List.of());
        var typed = new LinkedHashMap<>(share.typed());
        // What a result has filled in was not asked and stays as it is.
        for (var field : one.item().laterFields()) {
            Optional.ofNullable(now.form().get(field))
                    .ifPresent(value -> typed.put(field, typed(value)));
        }
        return ApplicationCheck.checkAnswers(
                                one.item().item(),
                                now.applicant(),
                                share.situation(),
                                typed,
                                directory.current().offeredRegions())
                        instanceof ApplicationCheck.Complete(var content, _)
                ? Optional.of(content)
                : Optional.empty();
    }

    private static List<String> typed(Object value) {
        return switch (value) {
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case Boolean yes -> List.of(yes ? "yes" : "no");
            default -> List.of(value.toString());
        };
    }

    /** What was told, and nothing else. */
    private record OnlyTold(List<Told> told) implements Taken {

        private Optional<Told> of(Chosen one) {
            return told.stream().filter(each -> each.part().key().equals(one.key())).findFirst();
        }

        @Override
        public boolean questions(Chosen one) {
            return of(one).filter(Told::isForm).isPresent();
        }

        @Override
        public boolean field(Chosen one, String field) {
            return questions(one) && !one.laterFields().contains(field);
        }

        @Override
        public boolean material(Chosen one, String material) {
            return of(one).filter(each -> each.wants(material)).isPresent();
        }

        @Override
        public String paper(String key) {
            return AGAIN + key;
        }

        @Override
        public boolean isEveryPaperWanted() {
            return true;
        }
    }
}
