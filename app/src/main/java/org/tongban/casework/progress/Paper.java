package org.tongban.casework.progress;

import org.tongban.casework.Notice;

/**
 * A paper of a case.
 *
 * @param no counts from 1 within the case
 */
public record Paper(int no, Notice notice) {}
