package org.tongban.catalogue.check;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.ResultKind;

/** A result called 证 is a certificate, one called 批复 or 书 a document. */
final class ResultNameFitsItsKind implements GuideRule {

    @Override
    public String key() {
        return "result-kind";
    }

    @Override
    public List<Finding> check(ItemDefinition item) {
        var name = item.result().name();
        var kind = item.result().kind();
        if (name.matches(".*(许可证|执照|登记证|资格证)") && kind != ResultKind.CERTIFICATE) {
            return List.of(new Finding("result.kind", "“" + name + "”是证照，结果类型应当选“证照”"));
        }
        if (name.matches(".*(批复|决定书|通知书|意见书)") && kind != ResultKind.DOCUMENT) {
            return List.of(new Finding("result.kind", "“" + name + "”是批文，结果类型应当选“批文”"));
        }
        return List.of();
    }
}
