package org.tongban.casework.desk;

import java.util.List;
import java.util.Optional;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;
import org.tongban.web.Tag;

/** An application at the window, on one page. */
public record WindowPage(
        String title,
        ErrorSummary errors,
        List<FieldView> applicant,
        List<FieldView> situation,
        List<Group> form,
        List<Material> materials,
        FieldView delivery,
        String action,
        String autosave) {

    /**
     * One page of the form as a group.
     *
     * @param shown keys of the questions on it: boxes that nobody ticks send nothing themselves
     */
    public record Group(String title, List<FormPart> parts, List<String> shown) {}

    /**
     * One material: files, and whether the original lies here.
     *
     * @param known what the house knows of it itself, if anything
     * @param kept what was handed in before and may be used again
     * @param instead how it may be made up for while it is not here; empty where it may not
     */
    public record Material(
            String key,
            String name,
            String checks,
            boolean required,
            Optional<Known> known,
            List<File> files,
            FieldView upload,
            boolean onPaper,
            List<Kept> kept,
            Optional<FieldView> instead) {}

    /**
     * A file that was handed in before.
     *
     * @param act what its button sends
     */
    public record Kept(String words, String act) {}

    /** What the house knows of a material itself. */
    public record Known(Tag tag, String words) {}

    /** One file that has been taken. */
    public record File(String name, String no) {}

    /** Choosing an item, or a draft to go on with. */
    public record Choice(String words, List<Item> items, List<Draft> drafts) {}

    /** One item to choose. */
    public record Item(String key, String name, String agency) {}

    /** One draft to go on with. */
    public record Draft(String name, String when, String href) {}
}
