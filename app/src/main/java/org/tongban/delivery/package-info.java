/**
 * Results in their applicants' hands. Electronic results are delivered by the platform itself, as
 * soon as what is to be delivered exists; what is fetched at a window is delivered by its clerk, in
 * casework.
 */
@NullMarked
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {"law", "catalogue", "casework", "casework :: line", "certificates"})
package org.tongban.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
