/**
 * The personal store of materials: what an applicant once handed in, how far it may be relied on,
 * and its being offered again for the same material. The files lie in the file store, encrypted;
 * here stands what they are good for, whose they are, and who was shown or used them.
 */
@NullMarked
package org.tongban.casework.kept;

import org.jspecify.annotations.NullMarked;
