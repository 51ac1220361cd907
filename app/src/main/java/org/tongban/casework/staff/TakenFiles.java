package org.tongban.casework.staff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongban.casework.SubmittedFile;
import org.tongban.database.RowIds;
import org.tongban.files.FileLimits;
import org.tongban.files.FileName;
import org.tongban.files.FileStore;
import org.tongban.files.Receipt;
import org.tongban.files.StorageFull;
import org.tongban.web.ChosenFiles;

/** Takes scans and uploads of a desk into the store: what is right is kept beside what is wrong. */
@Component
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
    public Taken take(Object request, StaffDay.Now now) {
        var files = new ArrayList<SubmittedFile>();
        var faults = new LinkedHashMap<String, String>();
        if (request instanceof MultipartHttpServletRequest several) {
            boxes(several)
                    .forEach(
                            (box, sent) ->
                                    sent.forEach(file -> take(box, file, files, faults, now)));
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
            StaffDay.Now now) {
        var sent = file.getOriginalFilename();
        var name = FileName.clean(sent == null ? "" : sent);
        try (var content = file.getInputStream()) {
            switch (store.put(content, FileLimits.STANDARD)) {
                case Receipt.Rejected(var reason, _) ->
                        faults.put(box, now.say(reason.messageKey(), name));
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
            faults.put(box, now.say("desk.file.no-room", name));
        } catch (IOException brokenOff) {
            faults.put(box, now.say("desk.file.broken-off", name));
        }
    }
}
