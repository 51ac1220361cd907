package org.tongban.casework.words;

/**
 * Why something was not done, in words.
 *
 * @param matter what is the matter
 * @param wayOut what the reader can do now
 */
public record Said(String matter, String wayOut) {}
