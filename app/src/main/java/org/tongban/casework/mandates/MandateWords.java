package org.tongban.casework.mandates;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.accounts.Mandate;
import org.tongban.accounts.MayAct;
import org.tongban.accounts.RealName;
import org.tongban.accounts.Scope;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.web.Dates;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** A mandate in words. */
@Component
class MandateWords {

    private final Catalogue catalogue;

    MandateWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Name of an item. */
    String item(String key) {
        return known(key).orElse(key);
    }

    /**
     * The same of an item that can be applied for now; empty for everything else. What combines
     * several items belongs to mandates for everything: its parts are items of their own.
     */
    Optional<String> known(String key) {
        return key.isEmpty() ? Optional.empty() : catalogue.current(key).map(PublishedItem::name);
    }

    String scope(Scope scope, Texts texts) {
        return switch (scope) {
            case Scope.Everything() -> texts.localize("mandates.scope.everything");
            case Scope.OfTheme(var theme) -> texts.localize("mandates.scope.theme.of", theme);
            case Scope.OfItem(var item) -> texts.localize("mandates.scope.item.of", item(item));
        };
    }

    String until(Mandate mandate, Texts texts) {
        return mandate.until()
                .map(new Dates(texts.locale())::paperDay)
                .orElseGet(() -> texts.localize("mandates.until.open"));
    }

    Tag state(Mandate mandate, LocalDate today, Texts texts) {
        if (mandate.end().isPresent()) {
            return Tag.stop(
                    texts.localize(
                            switch (mandate.end().get().by()) {
                                case GIVER -> "mandates.state.taken-back";
                                case AGENT -> "mandates.state.given-back";
                            }));
        }
        // Whether the agent has been checked is the agent's to see to; it is not the mandate's.
        return MayAct.bar(mandate.bond(), RealName.PROVIDER, Optional.empty(), today).isEmpty()
                ? Tag.got(texts.localize("mandates.state.holds"))
                : Tag.plain(texts.localize("mandates.state.over"));
    }
}
