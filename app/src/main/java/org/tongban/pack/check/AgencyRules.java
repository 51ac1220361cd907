package org.tongban.pack.check;

import java.util.List;
import org.tongban.codes.CreditCode;

/** Agencies differ in whatever names them, and complaints ring elsewhere than questions. */
final class AgencyRules implements PackRule {

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet("agencies.yaml");
        var list = pack.file("agencies.yaml").list();
        for (var key : List.of("key", "name", "noticeMark", "creditCode")) {
            sheet.unique(list, "", key);
        }
        FaultSheet.each(
                list,
                "",
                (agency, path) -> {
                    sheet.code(agency, path, "creditCode", CreditCode::read);
                    if (agency.text("phone").equals(agency.text("complaintPhone"))
                            && !agency.text("phone").isEmpty()) {
                        sheet.error(agency, path, "complaintPhone", "投诉电话不能和咨询电话相同");
                    }
                });
    }
}
