package org.tongban.catalogue.search;

/**
 * A text that answers a question.
 *
 * @param mark of the text
 * @param score 0 to about 1.5; of no use beside the scores of another question
 * @param words how well the words agree
 * @param meaning how near the meaning of the nearest sentence is, as a cosine; 0 when it was not
 *     among the near ones
 * @param sentence the nearest sentence; empty when there is none
 */
record Ranked(
        String mark, ItemText text, float score, float words, float meaning, String sentence) {}
