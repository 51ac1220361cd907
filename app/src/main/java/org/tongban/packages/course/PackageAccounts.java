package org.tongban.packages.course;

import static org.tongban.schema.Tables.PACKAGE_CASE;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.accounts.PersonPlaces;

/** Applications for packages follow the account that sent them. */
@Component
class PackageAccounts implements PersonPlaces {

    @Override
    public List<Place> ofAccounts() {
        return List.of(new Place(PACKAGE_CASE, PACKAGE_CASE.PARENT_ID, PACKAGE_CASE.ACCOUNT_ID));
    }
}
