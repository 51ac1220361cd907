package org.tongban.codes;

/** Forgives how people and input methods type a number, before anything is checked. */
final class Typed {

    /** Far longer than any number: what exceeds it is not one, and is not worth walking. */
    private static final int LONGEST = 256;

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;

    private Typed() {}

    /** Half-width, capital letters, without spaces of any width and without invisible marks. */
    static String plain(String typed) {
        var plain = new StringBuilder();
        for (var i = 0; i < typed.length() && plain.length() <= LONGEST; i++) {
            var c = typed.charAt(i);
            if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
                c = (char) (c - FULL_WIDTH_SHIFT);
            }
            if (!isInvisible(c)) {
                plain.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
            }
        }
        return plain.toString();
    }

    /** As {@link #plain}, without hyphens and the dashes that input methods put in their place. */
    static String withoutHyphens(String typed) {
        return plain(typed).replaceAll("[-\\u2010-\\u2015\\u2212]", "");
    }

    static boolean isDigits(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
