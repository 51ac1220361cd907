package org.tongban.law;

/**
 * A doubtful reading that only someone competent in the law can settle.
 *
 * @param id such as {@code Q-007}
 * @param title the question itself
 */
public record Question(String id, String title) {}
