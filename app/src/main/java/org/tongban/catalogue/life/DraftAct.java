package org.tongban.catalogue.life;

import java.time.LocalDate;

/** What somebody does to a draft. */
public sealed interface DraftAct {

    /** To the two offices. */
    record Submit(String words) implements DraftAct {}

    /** One office has nothing against it. */
    record Agree(Office office, String words) implements DraftAct {}

    /** Back to the agency, with the remarks made at their places. */
    record SendBack(Office office, String words) implements DraftAct {}

    /** The agency takes it back to change it; what was agreed is void. */
    record CallBack(String words) implements DraftAct {}

    /** In force from a day. */
    record Publish(LocalDate effectiveOn) implements DraftAct {}

    /** Given up. */
    record Discard(String words) implements DraftAct {}

    /** The key of its words. */
    default String word() {
        return switch (this) {
            case Submit _ -> "submit";
            case Agree(var office, var _) -> "agree-" + office.word();
            case SendBack(var office, var _) -> "send-back-" + office.word();
            case CallBack _ -> "call-back";
            case Publish _ -> "publish";
            case Discard _ -> "discard";
        };
    }
}
