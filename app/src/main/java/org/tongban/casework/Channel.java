package org.tongban.casework;

/** Through which door an application came. One letter of it stands in the case number. */
public enum Channel {
    ONLINE('W'),
    WINDOW('C'),
    API('J');

    private final char letter;

    Channel(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
