package org.tongban.accounts.handover;

/**
 * Somebody signed out of a system and is asked whether they sign out here, too.
 *
 * @param system its name; empty when it is not known
 * @param back where it wants them back; empty for nowhere
 */
public record SignOutPage(String system, String client, String back, String state) {}
