package org.tongban.catalogue;

/** A version was asked for that was never published: a fault of the caller, not of a person. */
public class ItemUnknown extends RuntimeException {
    public ItemUnknown(String itemKey, int version) {
        super("Item " + itemKey + " has no version " + version);
    }
}
