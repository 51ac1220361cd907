package org.tongban.documents;

/** The two files of one document, each sealed. */
@SuppressWarnings("ArrayRecordComponent") // Handed on to the store, never compared.
public record SealedFiles(byte[] ofd, byte[] pdf) {}
