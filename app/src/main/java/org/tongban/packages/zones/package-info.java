/** Pages for groups of people: business, elderly, disabled, veterans, newcomers. */
@NullMarked
package org.tongban.packages.zones;

import org.jspecify.annotations.NullMarked;
