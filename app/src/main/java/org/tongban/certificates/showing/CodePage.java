package org.tongban.certificates.showing;

import org.tongban.certificates.wallet.QrCode;

/**
 * A code as its holder holds it out.
 *
 * @param again where another one is made
 * @param href what the code says
 * @param until the time of day at which it is over
 * @param used whether somebody has scanned it
 */
public record CodePage(
        String stylesheet,
        String name,
        String back,
        String again,
        QrCode qr,
        String href,
        String until,
        boolean good,
        boolean used) {}
