package org.tongban.packages.course;

/** How an application stands as a whole. */
public enum WholeState {
    RUNNING,
    /** Everything was granted. */
    DONE,
    /** 部分办结: some was granted, the rest has ended. */
    PARTLY_DONE,
    NOT_DONE
}
