package org.tongban.catalogue.search;

/** By what a question and an item are brought together. */
public enum Means {
    WORDS,
    MEANING,
    BOTH
}
