package org.tongban.accounts;

/** What a person showed at a window; stored in lower case. No copy of it is kept. */
public enum ProofDocument {
    /** 居民身份证. */
    IDENTITY_CARD,
    /** 临时居民身份证. */
    TEMPORARY_CARD,
    /** 居民户口簿, for a child without a card. */
    HOUSEHOLD_BOOK
}
