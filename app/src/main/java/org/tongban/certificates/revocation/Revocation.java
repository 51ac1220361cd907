package org.tongban.certificates.revocation;

import java.util.UUID;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificate.Status;
import org.tongban.certificates.CertificateActs;

/** Takes a certificate back for good (注销, 撤销, 吊销). */
record Revocation() implements Deed {

    @Override
    public String path() {
        return "revocation";
    }

    @Override
    public boolean isOpenFor(Certificate certificate) {
        return certificate.status() == Status.VALID || certificate.status() == Status.SUSPENDED;
    }

    @Override
    public boolean takesAway() {
        return true;
    }

    @Override
    public boolean carryOut(CertificateActs acts, UUID id, String why, CertificateActs.By by) {
        return acts.revoke(id, why, by);
    }

    @Override
    public String fieldId(String name) {
        return name;
    }
}
