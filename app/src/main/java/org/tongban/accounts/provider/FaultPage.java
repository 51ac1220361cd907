package org.tongban.accounts.provider;

/**
 * Why nobody came in by the provider, and what helps.
 *
 * @param next what to do now
 * @param again the page on which it can be tried again; empty where trying again does not help
 * @param back where they came from
 */
public record FaultPage(String title, String text, String next, String again, String back) {}
