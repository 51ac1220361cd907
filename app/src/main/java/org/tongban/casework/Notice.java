package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * A paper of the office as it was issued: the words are kept, never made again. Numbered where the
 * law wants a number.
 *
 * @param kind names the paper; see {@link Kind}
 * @param number 文号, such as 三市监许受字〔2026〕第318号
 * @param agency the office whose paper it is, and whose seal stands on it
 * @param addressee applicant as addressed
 * @param paragraphs the body, in reading order
 */
public record Notice(
        Kind kind,
        String title,
        String number,
        String agency,
        String addressee,
        List<String> paragraphs,
        LocalDate issuedOn) {

    /** The papers of a case. The sign stands in the number. */
    public enum Kind {
        RECEIPT("收"),
        ACCEPTANCE("受"),
        CORRECTION("补"),
        NON_ACCEPTANCE("不受"),
        PROCEDURE("特"),
        EXTENSION("延"),
        GRANT("准"),
        REFUSAL("不准"),
        ENDED("终"),
        TOLERANT_ACCEPTANCE("容"),
        SUPPLEMENT_EXTENSION("容延"),
        SUPPLEMENT_REJECTION("容退"),
        HEARING_RIGHT("听告"),
        HEARING_CALL("听通"),
        HEARING_DECLINED("听不"),
        HEARING_RECORD("听笔"),
        SITE_RECORD("查笔"),
        FORWARDING("报"),
        HIGHER_DECISION("转"),
        SIMULATION("模"),
        REVOCATION_INTENT("拟撤"),
        REVOCATION("撤"),
        REVOCATION_DROPPED("不撤"),
        WITHDRAWAL("撤回"),
        SLIP_CORRECTION("更"),
        OBJECTION_ANSWER("异答");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public Notice {
        paragraphs = List.copyOf(paragraphs);
    }
}
