package org.tongban.sharing.objections;

import static org.tongban.schema.Tables.DATA_OBJECTION;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.accounts.PersonPlaces;

/** Objections follow the account that raised them. */
@Component
class ObjectionAccounts implements PersonPlaces {

    @Override
    public List<Place> ofAccounts() {
        return List.of(
                new Place(DATA_OBJECTION, DATA_OBJECTION.OBJECTION_ID, DATA_OBJECTION.ACCOUNT_ID));
    }
}
