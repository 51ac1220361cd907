package org.tongban.casework.progress;

import java.util.List;

/** The proof that it has arrived, and what happens next. */
public record ReceiptPage(
        String item,
        String number,
        String queryCode,
        QrCode qr,
        String address,
        List<String> next,
        String progress) {

    public ReceiptPage {
        next = List.copyOf(next);
    }
}
