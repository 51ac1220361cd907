package org.tongban.casework;

import static org.tongban.schema.Tables.CASE_FILE;
import static org.tongban.schema.Tables.DRAFT;
import static org.tongban.schema.Tables.KEPT_MATERIAL;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.accounts.PersonPlaces;

/** Cases, drafts and materials follow the account that wrote them. */
@Component
class CaseAccounts implements PersonPlaces {

    @Override
    public List<Place> ofAccounts() {
        return List.of(
                new Place(CASE_FILE, CASE_FILE.CASE_ID, CASE_FILE.ACCOUNT_ID),
                new Place(DRAFT, DRAFT.DRAFT_ID, DRAFT.ACCOUNT_ID),
                new Place(KEPT_MATERIAL, KEPT_MATERIAL.KEPT_ID, KEPT_MATERIAL.ACCOUNT_ID));
    }
}
