package org.tongban.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.web.Link;

/** Leads from a case's id to its page; told by the module that keeps cases. */
public interface CaseLinks {

    /** The cases among these that are the caller's to see, with number and address. */
    Map<UUID, Link> of(Collection<UUID> cases, ApplicantPrincipal caller);
}
