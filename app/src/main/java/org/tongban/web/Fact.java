package org.tongban.web;

/**
 * One of the few facts that stand first on a page.
 *
 * @param term what is asked, such as 多久
 * @param value the answer in large type, such as 5 个工作日
 * @param note how it is meant; empty when it is plain
 */
public record Fact(String term, String value, String note) {}
