package org.tongban.certificates.paper;

/**
 * A scan that lies in the file store.
 *
 * @param sm3 of the content as stored
 * @param type as in the header Content-Type
 */
record Scan(String sm3, String type) {}
