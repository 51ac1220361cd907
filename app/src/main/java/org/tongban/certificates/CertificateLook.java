package org.tongban.certificates;

import org.springframework.stereotype.Component;
import org.tongban.web.Assets;

/** What the pages of certificates load beside the style sheet of the house. */
@Component
public final class CertificateLook {

    private final String stylesheet = Assets.marked("certificates/certificates.css");

    public String stylesheet() {
        return stylesheet;
    }
}
