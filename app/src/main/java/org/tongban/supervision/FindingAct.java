package org.tongban.supervision;

/** What can be done on a card. */
public sealed interface FindingAct {

    /** What is said with it. */
    String words();

    /** The name under which it stands in the card's lines; never changes once published. */
    default String code() {
        return switch (this) {
            case Answer _ -> "answer";
            case Rebut _ -> "rebut";
            case SendBack _ -> "send-back";
            case Uphold _ -> "uphold";
            case Drop _ -> "drop";
        };
    }

    /** The office says what happened and what it has done about it. */
    record Answer(String words) implements FindingAct {}

    /** The office says why it is no breach. */
    record Rebut(String words) implements FindingAct {}

    /** The supervisor is not satisfied; the office has the same time again. */
    record SendBack(String words) implements FindingAct {}

    /** It was a breach; closed. */
    record Uphold(String words) implements FindingAct {}

    /** It was none; closed. */
    record Drop(String words) implements FindingAct {}
}
