package org.tongban.access;

/**
 * Someone a visitor of the demonstration may play.
 *
 * @param role such as 窗口人员
 */
public record DemonstrationRole(String role, String name, String login) {}
