/**
 * The guide check (体检): whether what an entry tells people is whole, plain and consistent. One
 * rule, one small class; each is a hint while one writes, and a gate at publication where the place
 * says so.
 */
@NullMarked
@NamedInterface("check")
package org.tongban.catalogue.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
