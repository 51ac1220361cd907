package org.tongban.codes;

/** What can be wrong with a number as typed or imported. Pages turn each into words. */
public enum CodeFault {
    /** Nothing was entered. */
    EMPTY,
    WRONG_LENGTH,
    /** A citizen's number of fifteen digits: not valid since 2013. */
    FIFTEEN_DIGITS,
    /** A character that cannot stand where it stands. */
    WRONG_CHARACTER,
    /** Parts are missing, too many, or not separated as they must be. */
    WRONG_PARTS,
    /** The last character does not fit the others: at least one was mistyped. */
    WRONG_CHECK,
    /** The organisation code inside does not fit its own check character. */
    WRONG_INNER_CHECK,
    /** The date inside does not exist. */
    IMPOSSIBLE_DATE,
    /** The type inside is not in the table of types. */
    UNKNOWN_TYPE,
    /** The level at which a power is used is not in the table of levels. */
    UNKNOWN_LEVEL,
    /** An issuer given as a region instead of a credit code: met in old certificates. */
    ISSUER_NOT_CREDIT_CODE
}
