package org.tongban.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.progress.ApplicantCases;
import org.tongban.casework.progress.CaseDoor;
import org.tongban.casework.progress.FoundCase;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Texts;

/**
 * Corrections that come when they are not awaited any more: somebody else of the firm has sent
 * them, a window has taken them in, the application was taken back, the term has passed. Says who
 * did what and when, and gives back what was typed.
 */
@Component
class TooLate {

    private final CaseDoor door;
    private final ApplicantCases cases;
    private final Drafts drafts;

    TooLate(CaseDoor door, ApplicantCases cases, Drafts drafts) {
        this.door = door;
        this.cases = cases;
        this.drafts = drafts;
    }

    /**
     * The answer to a form of corrections.
     *
     * @param act the press of the button; one that was carried out leads on as it did
     */
    Object answer(FoundCase found, UUID act, HttpServletRequest request, Texts texts) {
        return cases.isCarriedOut(found.id(), act)
                ? SeeOther.to(found.path())
                : page(found, request, texts);
    }

    Rendered page(FoundCase found, HttpServletRequest request, Texts texts) {
        return Rendered.of("casework/apply/tooLate")
                .with("item", door.item(found).name())
                .with("path", found.path())
                .with("changed", door.latest(found, texts))
                .with("kept", kept(written(found, request, texts), texts))
                .at(found.path() + "/correct")
                .status(HttpStatus.CONFLICT);
    }

    private static List<FieldView> kept(List<String> lines, Texts texts) {
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        FieldView.of(FieldKind.LONGTEXT, "kept", texts.localize("correct.kept"))
                                .value(String.join("\n", lines))
                                .locked());
    }

    /** One line, or one for each cell of a group. */
    private static List<String> kept(Field field, Map<String, List<String>> sent) {
        if (!field.isGroup()) return line(field, field.label(), sent);
        var lines = new ArrayList<String>();
        for (var row = 0; row < FormRows.MOST; row++) {
            for (var cell : FormRows.cells(field, row)) {
                lines.addAll(
                        line(cell, field.label() + " " + (row + 1) + " " + cell.label(), sent));
            }
        }
        return lines;
    }

    private static List<String> line(Field field, String label, Map<String, List<String>> sent) {
        var typed = String.join("、", sent.getOrDefault(FieldViews.name(field), List.of()));
        return typed.isBlank() ? List.of() : List.of(label + "：" + typed);
    }

    /** A line for each answer, the note, and each file that waits unsent. */
    private List<String> written(FoundCase found, HttpServletRequest request, Texts texts) {
        var lines = new ArrayList<String>();
        var sent = FormCheck.typed(request.getParameterMap());
        for (var field : door.item(found).fields()) {
            kept(field, sent).forEach(lines::add);
        }
        sent.getOrDefault("note", List.of()).stream()
                .filter(note -> !note.isBlank())
                .forEach(note -> lines.add(texts.localize("correct.note") + "：" + note));
        var handedIn = cases.files(found.id()).stream().map(file -> file.fileNo()).toList();
        drafts.newFiles(found.id()).stream()
                .filter(file -> !handedIn.contains(file.fileNo()))
                .forEach(file -> lines.add(texts.localize("correct.kept.file", file.name())));
        return lines;
    }
}
