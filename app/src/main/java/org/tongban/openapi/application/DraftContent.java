package org.tongban.openapi.application;

import java.util.List;
import java.util.Map;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.casework.Applicant;

/**
 * What a draft says.
 *
 * @param form as typed, valid or not, by field key
 */
record DraftContent(
        Applicant applicant,
        DeliveryWay delivery,
        Map<String, String> situation,
        Map<String, List<String>> form) {

    DraftContent {
        situation = Map.copyOf(situation);
        form = Map.copyOf(form);
    }

    /** Never the answers: this may reach a log. */
    @Override
    public String toString() {
        return "DraftContent[" + applicant + "]";
    }
}
