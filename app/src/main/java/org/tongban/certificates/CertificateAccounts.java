package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.accounts.PersonPlaces;

/** Certificates follow the account that applied for them; what was signed stays as it is. */
@Component
class CertificateAccounts implements PersonPlaces {

    @Override
    public List<Place> ofAccounts() {
        return List.of(new Place(CERTIFICATE, CERTIFICATE.CERTIFICATE_ID, CERTIFICATE.ACCOUNT_ID));
    }
}
