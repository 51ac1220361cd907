package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the design layer must be told about the place and about who is reading. Carried out by a
 * module that knows them; asked once for every page, so it answers from memory.
 */
public interface Surroundings {

    /** The name of the place, such as 三都水族自治县. */
    String placeName();

    /** The number people call, such as 12345. */
    String hotline();

    /** How the signed-in person is addressed; empty when nobody has signed in. */
    String signedInName(HttpServletRequest request);

    /** The desk of the signed-in member of staff, around the frame of this request. */
    StaffFrame staff(HttpServletRequest request, Frame frame);
}
