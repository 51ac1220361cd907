package org.tongban.web;

/**
 * A link as people read it.
 *
 * @param text says where it leads, understandable without its surroundings
 * @param href a path of this application or a full address
 */
public record Link(String text, String href) {}
