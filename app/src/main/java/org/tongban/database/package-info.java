/**
 * The PostgreSQL below everything: an embedded, durable one by default, an external one when told.
 * Starts it, heals what a crash left, refuses to serve without durability, runs the migrations.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"home"})
package org.tongban.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
