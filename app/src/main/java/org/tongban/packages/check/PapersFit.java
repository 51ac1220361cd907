package org.tongban.packages.check;

import java.util.HashSet;

/** Papers that are said to be the same exist and are fetched as one certificate. */
record PapersFit() implements CheckRule {

    @Override
    public void check(CheckSheet sheet) {
        var taken = new HashSet<String>();
        for (var at = 0; at < sheet.pack().materials().size(); at++) {
            var shared = sheet.pack().materials().get(at);
            var path = "materials[" + at + "]";
            if (shared.key().contains("--")) sheet.fault(path + ".key", "不能有两个连着的连字符");
            var fetched = new HashSet<String>();
            for (var reference : shared.materials()) {
                if (!taken.add(reference)) {
                    sheet.fault(path + ".materials", "“" + reference + "”写了两次");
                }
                sheet.referred(
                                reference,
                                (item, key) -> item.material(key),
                                path + ".materials",
                                "材料")
                        .map(material -> material.fetch())
                        .ifPresent(fetch -> fetched.add(fetch.certificate()));
            }
            if (fetched.size() > 1) {
                sheet.fault(path + ".materials", "取用的证照不是同一种：" + String.join("、", fetched));
            }
        }
    }
}
