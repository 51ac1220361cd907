package org.tongban.catalogue;

import java.util.List;
import org.tongban.web.Link;

/**
 * What items can be applied for together. Declared here for the pages on which people look for one;
 * carried out by the module that knows which belong together. Asked at every search, so it answers
 * fast.
 */
public interface TogetherWith {

    /** Guides of what contains one of the items, those of the first item first. */
    List<Link> of(List<String> itemKeys);
}
