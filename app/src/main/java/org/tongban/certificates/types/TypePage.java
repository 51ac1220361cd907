package org.tongban.certificates.types;

import java.util.List;
import org.tongban.web.Answer;

/**
 * One type of certificate.
 *
 * @param elements what its face says and where that comes from
 * @param issuing items that issue it
 * @param using items that may use it
 * @param design where it is designed; empty for those who do not
 */
public record TypePage(
        String name,
        List<Answer> facts,
        List<Answer> elements,
        List<ItemLine> issuing,
        List<ItemLine> using,
        String design) {

    /** An item with its office. */
    public record ItemLine(String href, String name, String agency) {}

    public TypePage {
        facts = List.copyOf(facts);
        elements = List.copyOf(elements);
        issuing = List.copyOf(issuing);
        using = List.copyOf(using);
    }
}
