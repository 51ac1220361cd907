package org.tongban.casework.apply;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.draft.Drafts;
import org.tongban.casework.progress.ApplicantCases;
import org.tongban.casework.progress.FoundCase;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.FormRows;
import org.tongban.directory.Directory;

/**
 * The draft on which an applicant goes on writing after the case was made, with the files that have
 * not gone to the case yet. A case that came without one of the account's own is given one.
 */
@Component
class CaseDrafts {

    private final ApplicantCases cases;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final Directory directory;

    CaseDrafts(ApplicantCases cases, Drafts drafts, Catalogue catalogue, Directory directory) {
        this.cases = cases;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    OpenDraft open(FoundCase found, ApplicantPrincipal caller) {
        var draft = drafts.ofCase(found.id());
        if (draft.isEmpty()) {
            var content = cases.content(found.id());
            drafts.openForCorrections(
                    found.id(),
                    caller.accountId(),
                    content.applicant(),
                    found.file().itemKey(),
                    found.file().itemVersion(),
                    content.situation(),
                    typed(content.form()));
        }
        return OpenDraft.of(
                drafts.ofCase(found.id()).orElseThrow(DraftDoor::notFound),
                catalogue.version(found.file().itemKey(), found.file().itemVersion()),
                drafts.newFiles(found.id()),
                directory.current(),
                // The office has named what it wants brought.
                Map.of());
    }

    private static Map<String, List<String>> typed(Map<String, Object> form) {
        var typed = new LinkedHashMap<String, List<String>>();
        form.forEach((key, value) -> put(typed, key, value));
        return typed;
    }

    private static void put(Map<String, List<String>> typed, String key, Object value) {
        var rows = FormRows.checked(value);
        if (!rows.isEmpty()) {
            typed.put(key, List.of(String.valueOf(rows.size())));
            for (var row = 0; row < rows.size(); row++) {
                var at = key + "." + row + ".";
                rows.get(row).forEach((below, cell) -> put(typed, at + below, cell));
            }
            return;
        }
        typed.put(
                key,
                switch (value) {
                    case Collection<?> several -> several.stream().map(String::valueOf).toList();
                    case Boolean yes -> List.of(yes ? "yes" : "no");
                    default -> List.of(value.toString());
                });
    }
}
