/**
 * The catalogue of shared data as staff read it: what there is, whether it can be asked, who may;
 * an office asks for the right, the provider decides.
 */
@NullMarked
package org.tongban.sharing.resources;

import org.jspecify.annotations.NullMarked;
