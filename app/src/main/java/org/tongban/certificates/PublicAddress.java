package org.tongban.certificates;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address of this house as people outside reach it, for codes that are printed: the setting
 * {@code tongban.base-url}, or where the request came in.
 */
@Component
public class PublicAddress {

    private final String stated;

    PublicAddress(@Value("${tongban.base-url:}") String stated) {
        this.stated = stated.strip().replaceAll("/+$", "");
    }

    /**
     * A full address.
     *
     * @param path begins with a slash
     */
    public String of(String path, HttpServletRequest request) {
        var base =
                stated.isEmpty()
                        ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                        : stated;
        return base + path;
    }
}
