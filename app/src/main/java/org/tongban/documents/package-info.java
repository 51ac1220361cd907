/**
 * Owns documents of fixed layout that are sealed electronically: sets a sheet in type, writes it as
 * OFD (GB/T 33190) and as PDF with only the characters it needs, seals it in the structures of GB/T
 * 38540, and checks a sealed file of anybody step by step. Knows the seals of the agencies and the
 * authority that certifies them. What a document says is the business of the module that asks.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sealed documents",
        allowedDependencies = {"law", "crypto", "files", "database"})
package org.tongban.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
