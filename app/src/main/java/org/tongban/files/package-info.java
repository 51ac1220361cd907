/**
 * Owns the documents and pictures of the platform: decides what may be stored, cleans pictures, and
 * keeps the content encrypted under its SM3 hash, each content once. What a file means, and who may
 * see it, is the business of the module that holds its hash.
 */
@NullMarked
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"crypto"})
package org.tongban.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
