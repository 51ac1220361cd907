package org.tongban.documents.seal;

/**
 * Whose seal.
 *
 * @param key of the agency in the directory
 * @param creditCode 统一社会信用代码; stands in the certificate
 */
public record SealOwner(String key, String name, String creditCode) {}
