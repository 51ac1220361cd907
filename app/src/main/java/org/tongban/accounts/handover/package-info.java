/**
 * This platform as provider of identities for departments' systems: sign-ins under way, the page on
 * which a person is asked, what they agreed to and the way to take it back, and the lines of what
 * was handed over. The protocol stands in the door of the access module.
 */
@NullMarked
package org.tongban.accounts.handover;

import org.jspecify.annotations.NullMarked;
