package org.tongban.packages.browse;

import java.util.List;

/** The packages of the place. */
public record PackagesPage(List<Card> cards) {

    /** One package. */
    public record Card(String name, String summary, String note, String href) {}

    public PackagesPage {
        cards = List.copyOf(cards);
    }
}
