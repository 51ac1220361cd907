package org.tongban.casework.words;

/**
 * One line of what happened to a case.
 *
 * @param title a few words
 * @param sentence empty when the title says it all
 */
public record Told(String title, String sentence) {}
