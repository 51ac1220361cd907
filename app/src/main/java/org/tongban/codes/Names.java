package org.tongban.codes;

/** How the name of a person is shown to those who need not know it. */
public final class Names {

    private Names() {}

    /**
     * The first and the last character with stars between; of two characters the first. A name of
     * one character is hidden whole.
     */
    public static String masked(String name) {
        var characters = name.strip().codePoints().toArray();
        return switch (characters.length) {
            case 0 -> "";
            case 1 -> "*";
            case 2 -> Character.toString(characters[0]) + "*";
            default ->
                    Character.toString(characters[0])
                            + "*".repeat(characters.length - 2)
                            + Character.toString(characters[characters.length - 1]);
        };
    }
}
