package org.tongban.packages.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseResults;
import org.tongban.casework.GrantPapers;
import org.tongban.casework.ResultFiles;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.database.RowIds;
import org.tongban.files.FileLimits;
import org.tongban.files.FileStore;
import org.tongban.files.MediaType;
import org.tongban.files.Receipt;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.course.PackageCase;

/** What earlier parts have led to, as a later one needs it: answers of its form, and papers. */
@Component
class EarlierResults {

    private final CaseResults results;
    private final ResultFiles certificates;
    private final GrantPapers papers;
    private final Catalogue catalogue;
    private final FileStore store;
    private final RowIds ids;

    EarlierResults(
            CaseResults results,
            ResultFiles certificates,
            GrantPapers papers,
            Catalogue catalogue,
            FileStore store,
            RowIds ids) {
        this.results = results;
        this.certificates = certificates;
        this.papers = papers;
        this.catalogue = catalogue;
        this.store = store;
        this.ids = ids;
    }

    /** Whether everything has come. */
    sealed interface Earlier {}

    /** A certificate was granted and is not issued yet. */
    record Pending(String name) implements Earlier {}

    /**
     * Everything has come.
     *
     * @param typed answers by field of the later item
     * @param files under materials of the later item
     * @param stands keys of the materials that the results are, also where no file can be made
     */
    record There(Map<String, List<String>> typed, List<SubmittedFile> files, List<String> stands)
            implements Earlier {}

    Earlier of(PackageCase whole, List<Need> needs) {
        var typed = new LinkedHashMap<String, List<String>>();
        var files = new ArrayList<SubmittedFile>();
        var stands = new ArrayList<String>();
        for (var need : needs) {
            var part = whole.part(need.on()).filter(one -> !one.isLookup());
            if (part.isEmpty() || (need.fills().isEmpty() && need.stands().isEmpty())) continue;
            var caseId = part.get().caseId().orElseThrow();
            if (isCertificate(part.get())) {
                var result = results.of(caseId);
                if (result.isEmpty()) return new Pending(part.get().name());
                need.fills()
                        .forEach(
                                fill ->
                                        line(result.get(), fill.line())
                                                .ifPresent(
                                                        said ->
                                                                typed.put(
                                                                        fill.field(),
                                                                        List.of(said))));
            }
            for (var material : need.stands()) {
                stands.add(material);
                file(part.get(), caseId, material).ifPresent(files::add);
            }
        }
        return new There(typed, files, stands);
    }

    private boolean isCertificate(PackageCase.Part part) {
        return catalogue
                        .version(part.key(), part.itemVersion().orElseThrow())
                        .definition()
                        .result()
                        .kind()
                == ResultKind.CERTIFICATE;
    }

    private static Optional<String> line(CaseResults.Result result, String line) {
        return line.equals(PackageDefinition.NUMBER)
                ? Optional.of(result.number())
                : Optional.ofNullable(result.lines().get(line));
    }

    private Optional<SubmittedFile> file(PackageCase.Part part, UUID caseId, String material) {
        return isCertificate(part)
                ? certificate(caseId, material)
                : papers.of(caseId, ids.next(), material);
    }

    private Optional<SubmittedFile> certificate(UUID caseId, String material) {
        var name = certificates.nameOf(caseId);
        var pdf = certificates.pdf(caseId);
        if (name.isEmpty() || pdf.isEmpty()) return Optional.empty();
        try (var content = pdf.get()) {
            return store.put(content, FileLimits.STANDARD) instanceof Receipt.Stored(var stored)
                    ? Optional.of(
                            new SubmittedFile(
                                    ids.next(),
                                    material,
                                    name.get() + ".pdf",
                                    stored.sm3(),
                                    MediaType.PDF.header(),
                                    stored.size()))
                    : Optional.empty();
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
