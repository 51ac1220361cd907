package org.tongban.pack.check;

import org.tongban.pack.text.Node;

/** A result that is a certificate says which one. */
final class ItemResult implements ItemRule {

    @Override
    public void check(Item item) {
        item.node().at("result").ifPresent(result -> check(result, item));
    }

    private static void check(Node result, Item item) {
        var isCertificate = result.text("kind").equals("certificate");
        var type = result.text("certificate");
        if (isCertificate == type.isEmpty()) {
            item.sheet()
                    .error(
                            result,
                            "result",
                            "certificate",
                            isCertificate ? "结果是证照，要写明是哪一种" : "结果不是证照，不写 certificate");
        } else if (isCertificate && !item.known().certificates().contains(type)) {
            item.sheet()
                    .error(
                            result,
                            "result",
                            "certificate",
                            "没有证照类型“" + type + "”",
                            "certificate-types.yaml 里的 key");
        }
    }
}
