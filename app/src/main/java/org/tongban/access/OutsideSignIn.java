package org.tongban.access;

import java.util.Optional;

/** A provider of identities of somebody else; told by the module that asks it. */
public interface OutsideSignIn {

    /** Its name, as people know it; empty while this place has none. */
    Optional<String> provider();

    /** The page that leads to it; takes {@code next} as the form of the sign-in page does. */
    String address();
}
