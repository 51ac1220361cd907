package org.tongban.certificates;

import java.util.UUID;
import org.tongban.casework.CaseHead;

/**
 * A certificate has been issued. Published within the transaction that issues it: who listens
 * without a thread of its own writes together with it or not at all.
 */
public record CertificateIssued(CaseHead granted, UUID certificateId) {}
