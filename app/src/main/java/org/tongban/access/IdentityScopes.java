package org.tongban.access;

import java.util.List;

/** What a department's system can be told of a person: a closed list. */
public final class IdentityScopes {

    /** That it is the same person as last time; nothing else. */
    public static final String OPENID = "openid";

    /** How it is known who they are. */
    public static final String LEVEL = "level";

    public static final String NAME = "name";
    public static final String NAME_MASKED = "name.masked";
    public static final String NUMBER = "number";
    public static final String NUMBER_MASKED = "number.masked";
    public static final String MOBILE = "mobile";

    /** In the order in which people read them. */
    public static final List<String> ALL =
            List.of(OPENID, LEVEL, NAME_MASKED, NAME, NUMBER_MASKED, NUMBER, MOBILE);

    private IdentityScopes() {}
}
