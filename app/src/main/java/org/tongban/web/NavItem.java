package org.tongban.web;

/**
 * One entry of a navigation.
 *
 * @param count how much waits there; 0 shows no number
 * @param current whether the reader is there now
 */
public record NavItem(String text, String href, int count, boolean current) {}
