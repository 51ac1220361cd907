package org.tongban.certificates.wallet;

import java.util.List;
import org.tongban.web.Tag;

/** The certificates of a person and of the firms they act for. */
public record WalletPage(String stylesheet, List<Card> cards) {

    public WalletPage {
        cards = List.copyOf(cards);
    }

    /** One certificate in the list. */
    public record Card(
            String href, String name, String holder, String issuer, String period, Tag standing) {}
}
