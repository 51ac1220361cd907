package org.tongban.web;

/**
 * The frame of an official paper, drawn by {@code web/notice} around its text.
 *
 * @param organ whose paper it is, in full; stands in red on top
 * @param number the document number, such as 三市监许受字〔2026〕第 318 号
 * @param recipient to whom it is addressed, with the colon
 * @param sealName what the seal says below its star, such as 行政许可专用章
 * @param date of signature, as written on papers
 * @param sealed whether the electronic seal has been set; until then its place is marked
 * @param sealImage address of the seal's picture; empty to draw the seal from its words
 */
public record NoticeView(
        String organ,
        String title,
        String number,
        String recipient,
        String sealName,
        String date,
        boolean sealed,
        String sealImage) {}
