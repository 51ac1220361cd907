package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * The files that somebody chose in one box of a form. A form that carries no such part, or sends
 * words under the box's name, chose none: that is an answer to be given at the box, not a fault.
 */
public final class ChosenFiles {

    private ChosenFiles() {}

    /** In the order of the form; a box that was left empty counts as none. */
    public static List<MultipartFile> in(HttpServletRequest request, String box) {
        var form = WebUtils.getNativeRequest(request, MultipartRequest.class);
        return form == null
                ? List.of()
                : form.getFiles(box).stream().filter(ChosenFiles::isChosen).toList();
    }

    /** An empty file was chosen and has a name; an empty box has none. */
    private static boolean isChosen(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name != null && !name.isEmpty();
    }
}
