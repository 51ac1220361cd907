package org.tongban.packages.course;

/** Something may be ready to begin. Only a nudge: who misses it finds the parts by themselves. */
public record PartsReady() {}
