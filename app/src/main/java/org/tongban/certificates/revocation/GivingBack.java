package org.tongban.certificates.revocation;

import java.util.UUID;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificate.Status;
import org.tongban.certificates.CertificateActs;

/** Gives a certificate back that was taken away for a time (暂扣发还). */
record GivingBack() implements Deed {

    @Override
    public String path() {
        return "return";
    }

    @Override
    public boolean isOpenFor(Certificate certificate) {
        return certificate.status() == Status.SUSPENDED;
    }

    @Override
    public boolean takesAway() {
        return false;
    }

    @Override
    public boolean carryOut(CertificateActs acts, UUID id, String why, CertificateActs.By by) {
        return acts.giveBack(id, why, by);
    }
}
