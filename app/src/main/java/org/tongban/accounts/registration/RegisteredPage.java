package org.tongban.accounts.registration;

/** What somebody sees who has registered. */
public record RegisteredPage(String name) {}
