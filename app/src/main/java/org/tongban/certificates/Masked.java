package org.tongban.certificates;

import org.tongban.casework.Applicant;
import org.tongban.codes.Names;

/** How a certificate's holder and number are shown to those who need not know them. */
public final class Masked {

    private static final int HEAD = 4;
    private static final int TAIL = 4;
    private static final int ID_HEAD = 6;

    private Masked() {}

    /** A person's name masked; a firm's name is in the public register and shown. */
    public static String name(CertificateContent.Holder holder) {
        return holder.kind() == Applicant.Kind.PERSON ? Names.masked(holder.name()) : holder.name();
    }

    /** A citizen ID without the day of birth; a firm's code is in the public register. */
    public static String idNumber(CertificateContent.Holder holder) {
        return holder.kind() == Applicant.Kind.PERSON
                ? between(holder.number(), ID_HEAD, TAIL)
                : holder.number();
    }

    /** The first and the last four characters of a certificate's number. */
    public static String number(String number) {
        return between(number, HEAD, TAIL);
    }

    private static String between(String text, int head, int tail) {
        return text.length() <= head + tail
                ? "*".repeat(text.length())
                : text.substring(0, head)
                        + "*".repeat(text.length() - head - tail)
                        + text.substring(text.length() - tail);
    }
}
