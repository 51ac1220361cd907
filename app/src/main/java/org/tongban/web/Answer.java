package org.tongban.web;

/**
 * One row of "check your answers".
 *
 * @param value empty is shown as "not given"
 * @param source where it was fetched from; empty when it was typed
 * @param changeHref the page that asks it again; empty when it cannot be changed
 */
public record Answer(String label, String value, String source, String changeHref) {}
