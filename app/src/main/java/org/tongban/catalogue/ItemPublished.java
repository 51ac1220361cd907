package org.tongban.catalogue;

/** A new version of an item is in force. */
public record ItemPublished(String itemKey, int version) {}
