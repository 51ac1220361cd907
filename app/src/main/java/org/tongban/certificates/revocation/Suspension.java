package org.tongban.certificates.revocation;

import java.util.UUID;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificate.Status;
import org.tongban.certificates.CertificateActs;

/** Takes a certificate away for a time (暂扣). */
record Suspension() implements Deed {

    @Override
    public String path() {
        return "suspension";
    }

    @Override
    public boolean isOpenFor(Certificate certificate) {
        return certificate.status() == Status.VALID;
    }

    @Override
    public boolean takesAway() {
        return true;
    }

    @Override
    public boolean carryOut(CertificateActs acts, UUID id, String why, CertificateActs.By by) {
        return acts.suspend(id, why, by);
    }
}
