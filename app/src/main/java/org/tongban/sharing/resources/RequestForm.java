package org.tongban.sharing.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** Asking for a right: for which item, and what for. */
record RequestForm(String item, String purpose) {

    static final int LONGEST_PURPOSE = 200;

    static RequestForm empty() {
        return new RequestForm("", "");
    }

    /** What is wrong, by field; only items that need the resource can be chosen. */
    Map<String, String> faults(List<CertificatesOfItems.Line> items, Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (items.stream().noneMatch(one -> one.key().equals(item))) {
            faults.put("item", texts.localize("sharing.request.item.wrong"));
        }
        if (purpose.isBlank() || purpose.strip().length() > LONGEST_PURPOSE) {
            faults.put("purpose", texts.localize("sharing.request.purpose.wrong", LONGEST_PURPOSE));
        }
        return faults;
    }

    List<FieldView> fields(List<CertificatesOfItems.Line> items, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.CHOICE, "item", texts.localize("sharing.request.item"))
                        .options(
                                items.stream()
                                        .map(one -> new Option(one.key(), one.name(), ""))
                                        .toList())
                        .value(item)
                        .error(errors),
                FieldView.text("purpose", texts.localize("sharing.request.purpose"))
                        .hint(texts.localize("sharing.request.purpose.hint"))
                        .maxLength(LONGEST_PURPOSE)
                        .value(purpose)
                        .error(errors));
    }
}
