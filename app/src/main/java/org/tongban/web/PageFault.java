package org.tongban.web;

/** A page could not be made: a bug in a template or in the controller that chose it. */
public final class PageFault extends RuntimeException {

    PageFault(String template, String what) {
        super("Page " + template + " " + what);
    }

    PageFault(String template, String what, Throwable cause) {
        super("Page " + template + " " + what, cause);
    }
}
