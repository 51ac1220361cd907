package org.tongban.packages.overview;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseBelongings;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.progress.ParentView;

/** Tells a case's page to which application it belongs. */
@Component
class PartOfPackage implements CaseBelongings {

    private final PackageCases store;
    private final ParentView view;

    PartOfPackage(PackageCases store, ParentView view) {
        this.store = store;
        this.view = view;
    }

    @Override
    public Optional<Whole> of(UUID caseId) {
        return store.ofCase(caseId)
                .flatMap(
                        belonging ->
                                store.find(belonging.parent())
                                        .map(
                                                whole ->
                                                        new Whole(
                                                                view.name(whole),
                                                                whole.no(),
                                                                1
                                                                        + whole.part(
                                                                                        belonging
                                                                                                .part())
                                                                                .orElseThrow()
                                                                                .place(),
                                                                whole.parts().size(),
                                                                OverviewPages.PATH
                                                                        + "/cases/"
                                                                        + whole.no(),
                                                                whole.path())));
    }
}
