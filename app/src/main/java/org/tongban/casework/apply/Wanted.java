package org.tongban.casework.apply;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.draft.Draft;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;

/** What is applied for: an item of the catalogue, or several as one. */
@Component
class Wanted {

    private final Catalogue catalogue;
    private final ObjectProvider<CombinedApplications> combined;

    Wanted(Catalogue catalogue, ObjectProvider<CombinedApplications> combined) {
        this.catalogue = catalogue;
        this.combined = combined;
    }

    /**
     * What can be applied for now under a key.
     *
     * @param guide address of its guide
     * @param isCombined whether it becomes several cases
     */
    record Offer(PublishedItem item, String guide, boolean isCombined) {}

    /** Items and combinations share their keys; the pack check keeps them apart. */
    Optional<Offer> offer(String key) {
        return catalogue
                .current(key)
                .map(item -> new Offer(item, "/items/" + key, false))
                .or(
                        () ->
                                combined.stream()
                                        .flatMap(
                                                some ->
                                                        some
                                                                .current(key)
                                                                .map(
                                                                        item ->
                                                                                new Offer(
                                                                                        item,
                                                                                        some.guide(
                                                                                                key),
                                                                                        true))
                                                                .stream())
                                        .findFirst());
    }

    /** What a draft asks, as it stands. */
    Optional<PublishedItem> of(Draft draft) {
        return draft.isCombined()
                ? combined.stream()
                        .flatMap(
                                some ->
                                        some
                                                .narrowed(
                                                        draft.combined(),
                                                        draft.applicant(),
                                                        draft.situation())
                                                .stream())
                        .findFirst()
                : Optional.of(catalogue.forApplication(draft.itemKey(), draft.itemVersion()));
    }

    /** Whether it is taken today; of several as one those that are not are left out. */
    boolean isTaken(Draft draft) {
        return draft.isCombined() || catalogue.isOpen(draft.itemKey());
    }

    /** Hands a draft over that becomes several cases. */
    CombinedApplications.Sent send(CombinedApplications.Ready ready) {
        return combined.getObject().send(ready);
    }

    /** Where a combined draft that was sent is shown. */
    Optional<String> address(java.util.UUID draft) {
        return combined.stream().flatMap(some -> some.address(draft).stream()).findFirst();
    }
}
