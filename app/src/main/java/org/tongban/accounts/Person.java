package org.tongban.accounts;

import java.util.UUID;

/** A natural person without what identifies or reaches them; see {@link PrivatePart}. */
public record Person(UUID id, String name, RealName realName) {}
