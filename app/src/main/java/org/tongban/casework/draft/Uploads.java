package org.tongban.casework.draft;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tongban.casework.SubmittedFile;
import org.tongban.files.FileLimits;
import org.tongban.files.FileName;
import org.tongban.files.FileStore;
import org.tongban.files.Receipt;
import org.tongban.files.StorageFull;
import org.tongban.web.Texts;

/** Takes the files that a form sends into a draft: each is checked by its content. */
@Component
public class Uploads {

    private final FileStore store;
    private final Drafts drafts;

    Uploads(FileStore store, Drafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /**
     * Stores what was chosen for one material. What is right is kept even when something beside it
     * is wrong.
     *
     * @return what is wrong in words, naming the file; empty when everything was taken
     */
    public Optional<String> take(
            UUID draftId, String material, List<MultipartFile> chosen, Texts texts) {
        if (chosen.isEmpty()) {
            return Optional.of(texts.localize("apply.files.none"));
        }
        for (var file : chosen) {
            var fault = take(draftId, material, file, texts);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> take(UUID draftId, String material, MultipartFile file, Texts texts) {
        var name = FileName.clean(nameOf(file));
        try (var content = file.getInputStream()) {
            return switch (store.put(content, FileLimits.STANDARD)) {
                case Receipt.Rejected(var reason, _) ->
                        Optional.of(texts.localize(reason.messageKey(), name));
                case Receipt.Stored(var stored) -> {
                    var added =
                            drafts.addFile(
                                    draftId,
                                    new SubmittedFile(
                                            drafts.nextFileNo(),
                                            material,
                                            name,
                                            stored.sm3(),
                                            stored.mediaType().header(),
                                            stored.size()));
                    yield added
                            ? Optional.empty()
                            : Optional.of(
                                    texts.localize("apply.files.too-many", Drafts.MOST_FILES));
                }
            };
        } catch (StorageFull full) {
            return Optional.of(texts.localize("apply.files.no-room", name));
        } catch (IOException brokenOff) {
            return Optional.of(texts.localize("apply.files.broken-off", name));
        }
    }

    private static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
