package org.tongban.casework.apply;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.draft.FileAnswers;
import org.tongban.casework.draft.MaterialBlock;
import org.tongban.casework.draft.Uploads;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Texts;

/**
 * Papers that applicants bring to a case: each is uploaded, taken out again or read by itself, and
 * waits on the case's draft until all that is at hand is sent.
 */
@Component
class CaseUploads {

    private final Drafts drafts;
    private final Uploads uploads;
    private final FileAnswers answers;

    CaseUploads(Drafts drafts, Uploads uploads, FileAnswers answers) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.answers = answers;
    }

    /**
     * Takes what was chosen for a material.
     *
     * @param base address of the page that asks for the papers
     * @param page draws that page again with what is wrong
     */
    Object add(
            UUID caseId,
            String material,
            List<MultipartFile> files,
            String base,
            Function<ErrorSummary, Rendered> page,
            Texts texts) {
        return uploads.take(caseId, material, files, texts)
                .<Object>map(
                        fault ->
                                page.apply(ErrorSummary.of(Map.of(box(material), fault)))
                                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                        .at(base))
                .orElseGet(() -> backTo(base, material));
    }

    Object remove(UUID caseId, String material, UUID fileNo, String base) {
        drafts.removeFile(caseId, fileNo);
        return backTo(base, material);
    }

    /** A file that has not been sent yet; what was sent is read with the case. */
    Object read(UUID caseId, UUID fileNo) {
        return drafts.newFiles(caseId).stream()
                .filter(file -> file.fileNo().equals(fileNo))
                .findFirst()
                .map(answers::of)
                .orElseThrow(DraftDoor::notFound);
    }

    /** A material as the page shows it. */
    static MaterialBlock block(
            Material material, OpenDraft open, String base, ErrorSummary errors, Texts texts) {
        return MaterialBlock.of(
                material,
                open.filesOf(material.key()),
                base,
                base + "/files",
                errors.at(box(material.key())),
                texts);
    }

    /** The id of a material's box, at which its faults are said. */
    static String box(String material) {
        return "u-" + material;
    }

    private static Object backTo(String base, String material) {
        return SeeOther.to(base + "#m-" + material);
    }
}
