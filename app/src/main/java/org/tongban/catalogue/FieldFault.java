package org.tongban.catalogue;

import java.util.List;

/**
 * One answer that cannot be taken as it is.
 *
 * @param messageKey of {@code messages/catalogue_*.properties}; says how to put it right
 * @param arguments for the numbered places of the message; the first is the field's label
 */
public record FieldFault(String fieldKey, String messageKey, List<Object> arguments) {

    public FieldFault {
        arguments = List.copyOf(arguments);
    }

    /** Key of the field that was asked: of a cell the group's. */
    public String asked() {
        return fieldKey.replaceFirst("\\..*", "");
    }
}
