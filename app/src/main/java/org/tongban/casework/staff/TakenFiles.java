package org.tongban.casework.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.tongban.casework.SubmittedFile;
import org.tongban.database.RowIds;
import org.tongban.files.FileLimits;
import org.tongban.files.FileName;
import org.tongban.files.FileStore;
import org.tongban.files.Receipt;
import org.tongban.files.StorageFull;
import org.tongban.web.ChosenFiles;
import org.tongban.web.Texts;

/** Takes scans and uploads of a desk into the store: what is right is kept beside what is wrong. */
@Component
@NamedInterface("taken-files")
public class TakenFiles {

    /** Names of file boxes: this and the material's key. */
    public static final String BOX = "u.";

    private final FileStore store;
    private final RowIds ids;

    TakenFiles(FileStore store, RowIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /** What came of the files of one form: those stored, and the faults by box. */
    public record Taken(List<SubmittedFile> files, Map<String, String> faults) {}

    /** Stores all files of a request; one without files gives none. */
    public Taken take(HttpServletRequest request, Texts texts) {
        var files = new ArrayList<SubmittedFile>();
        var faults = new LinkedHashMap<String, String>();
        // What guards the door may have put something round it.
        var several = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (several != null) {
            boxes(several)
                    .forEach(
                            (box, sent) ->
                                    sent.forEach(file -> take(box, file, files, faults, texts)));
        }
        return new Taken(List.copyOf(files), faults);
    }

    private static Map<String, List<MultipartFile>> boxes(MultipartHttpServletRequest request) {
        var boxes = new LinkedHashMap<String, List<MultipartFile>>();
        request.getMultiFileMap().keySet().stream()
                .filter(box -> box.startsWith(BOX))
                .forEach(box -> boxes.put(box, ChosenFiles.in(request, box)));
        return boxes;
    }

    private void take(
            String box,
            MultipartFile file,
            List<SubmittedFile> files,
            Map<String, String> faults,
            Texts texts) {
        var sent = file.getOriginalFilename();
        var name = FileName.clean(sent == null ? "" : sent);
        try (var content = file.getInputStream()) {
            switch (store.put(content, FileLimits.STANDARD)) {
                case Receipt.Rejected(var reason, _) ->
                        faults.put(box, texts.localize(reason.messageKey(), name));
                case Receipt.Stored(var stored) ->
                        files.add(
                                new SubmittedFile(
                                        ids.next(),
                                        box.substring(BOX.length()),
                                        name,
                                        stored.sm3(),
                                        stored.mediaType().header(),
                                        stored.size()));
            }
        } catch (StorageFull full) {
            faults.put(box, texts.localize("desk.file.no-room", name));
        } catch (IOException brokenOff) {
            faults.put(box, texts.localize("desk.file.broken-off", name));
        }
    }
}
