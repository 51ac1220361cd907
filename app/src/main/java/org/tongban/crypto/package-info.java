/**
 * Owns the cryptography of the platform: the hash SM3, the encryption of fields and files with SM4,
 * signatures with SM2, the keyed hash by which encrypted columns are searched, random tokens, and
 * the folder in which the installation keeps its keys. Algorithms come from Bouncy Castle; nothing
 * outside this module sees key bytes.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cryptography",
        allowedDependencies = {})
package org.tongban.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
