package org.tongban.accounts;

import java.util.UUID;

/** A legal person or a sole trader. What stands here is in the public register. */
public record Firm(
        UUID id, String name, String creditCode, UUID representativeId, String address) {}
