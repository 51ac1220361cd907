package org.tongban.casework;

/**
 * A member of staff who went to a visit or sat in a meeting, as the directory knew them that day.
 *
 * @param id of the member of staff
 * @param number 工号, with which they identify themselves
 * @param agency key of the office whose post they hold; empty for a counter of no single office
 * @param office its name as people call it
 */
public record Officer(String id, String name, String number, String agency, String office) {

    /** With the number only, where the office stands beside them. */
    public String shortly() {
        return number.isEmpty() ? name : "%s（工号 %s）".formatted(name, number);
    }

    /** As the line of the case names them. */
    public String said() {
        if (office.isEmpty()) return shortly();
        return number.isEmpty()
                ? "%s（%s）".formatted(name, office)
                : "%s（%s，工号 %s）".formatted(name, office, number);
    }
}
