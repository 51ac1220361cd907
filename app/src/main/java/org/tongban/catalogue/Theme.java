package org.tongban.catalogue;

/**
 * A theme people browse by, such as 准营准办.
 *
 * @param items how many items in use belong to it
 */
public record Theme(String name, int items) {}
