package org.tongban.casework.draft;

import java.util.List;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.catalogue.ItemDefinition.Source;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/**
 * One material with what has been uploaded for it, drawn by {@code casework/draft/material}.
 *
 * @param key of the material; the block's id on the page is {@code m-} and this
 * @param note where it comes from or how it is brought; may be empty
 * @param tips what the clerk will look at, so that it is right at once
 * @param upload where files are sent; a file is taken out below it
 * @param ways to do without the paper for now; empty when there is none
 * @param takeBack where a promise that was made is taken back; empty when none was made
 * @param folded whether uploading is possible and not expected: the office gets it itself
 * @param again what was handed in before and may be used again
 */
public record MaterialBlock(
        String key,
        String name,
        String hint,
        String note,
        Tag tag,
        List<String> tips,
        List<FileLine> files,
        String upload,
        FieldView field,
        List<Link> ways,
        String takeBack,
        boolean folded,
        List<Again> again) {

    /** Types that a phone offers its camera for, and that it turns its own pictures into. */
    private static final String ACCEPTED = "image/jpeg,image/png,application/pdf,.ofd,.docx,.xlsx";

    private static final int KILO = 1024;

    /** One uploaded file. */
    public record FileLine(String name, String size, String href, String remove) {}

    /**
     * A file that was handed in before.
     *
     * @param words what it is, and how far it may be relied on
     * @param action where it is taken
     */
    public record Again(String words, String action) {}

    public MaterialBlock {
        again = List.copyOf(again);
        tips = List.copyOf(tips);
        files = List.copyOf(files);
        ways = List.copyOf(ways);
    }

    /** The same with ways to do without the paper, where no file has come. */
    public MaterialBlock offering(List<Link> newWays) {
        return files.isEmpty() ? promised(tag, newWays, "") : this;
    }

    /** The same with a promise in place of the paper. */
    public MaterialBlock promising(String words, String newTakeBack) {
        return files.isEmpty() ? promised(Tag.got(words), List.of(), newTakeBack) : this;
    }

    private MaterialBlock promised(Tag newTag, List<Link> newWays, String newTakeBack) {
        return new MaterialBlock(
                key,
                name,
                hint,
                note,
                newTag,
                tips,
                files,
                upload,
                field,
                newWays,
                newTakeBack,
                folded,
                again);
    }

    /**
     * The same as the library of certificates sees it.
     *
     * @param words in place of the note
     * @param nothingToDo whether nobody need upload anything
     */
    public MaterialBlock known(Tag newTag, String words, boolean nothingToDo) {
        return new MaterialBlock(
                key,
                name,
                nothingToDo ? "" : hint,
                words,
                newTag,
                nothingToDo ? List.of() : tips,
                files,
                upload,
                field,
                ways,
                takeBack,
                nothingToDo,
                again);
    }

    /**
     * Makes the block of a material.
     *
     * @param base address of the page; uploads go to {@code base/key}
     * @param fileBase address below which the files are read
     * @param error at the field; empty when nothing is wrong
     */
    public static MaterialBlock of(
            Material material,
            List<SubmittedFile> files,
            String base,
            String fileBase,
            String error,
            Texts texts) {
        var upload = base + "/" + material.key();
        return new MaterialBlock(
                material.key(),
                material.name(),
                material.hint() == null ? "" : material.hint(),
                note(material, texts),
                tag(material, files, texts),
                material.checks(),
                files.stream().map(file -> line(file, upload, fileBase)).toList(),
                upload,
                FieldView.of(
                                FieldKind.FILE,
                                "files",
                                texts.localize("apply.materials.choose", material.name()))
                        .id("u-" + material.key())
                        .files(ACCEPTED, false, true)
                        .error(error),
                List.of(),
                "",
                false,
                List.of());
    }

    /** The same with what was handed in before, where a file is still wanted. */
    public MaterialBlock again(List<Again> kept) {
        return files.isEmpty() && !folded && takeBack.isEmpty()
                ? new MaterialBlock(
                        key, name, hint, note, tag, tips, files, upload, field, ways, takeBack,
                        folded, kept)
                : this;
    }

    private static FileLine line(SubmittedFile file, String upload, String fileBase) {
        return new FileLine(
                file.name(),
                size(file.size()),
                fileBase + "/" + file.fileNo(),
                upload + "/" + file.fileNo() + "/remove");
    }

    private static Tag tag(Material material, List<SubmittedFile> files, Texts texts) {
        if (!files.isEmpty()) {
            return Tag.got(texts.count("apply.materials.got", files.size()));
        }
        if (ApplicationCheck.mustBeUploaded(material)) {
            return Tag.you(texts.localize("apply.materials.required"));
        }
        return Tag.plain(
                texts.localize(
                        material.isRequired()
                                ? "apply.materials.paper"
                                : "apply.materials.optional"));
    }

    private static String note(Material material, Texts texts) {
        if (material.form() == MaterialForm.PAPER) {
            return texts.localize("apply.materials.paper.note");
        }
        return material.source() == Source.AGENCY
                ? texts.localize("apply.materials.agency.note")
                : "";
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? Math.max(1, bytes / KILO) + " KB"
                : "%.1f MB".formatted(bytes / (double) (KILO * KILO));
    }
}
