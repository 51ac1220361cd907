package org.tongban.pack.check;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tongban.codes.CertificateTypeCode;
import org.tongban.pack.text.Node;

/** A type of certificate has a code that can be, and stands in one file only. */
final class CertificateRules implements PackRule {

    @Override
    public void check(Pack pack) {
        var once = new Pack.OnceInAll();
        pack.certificateFiles()
                .forEach(
                        file -> {
                            var sheet = pack.sheet(file);
                            var list = pack.file(file).list();
                            sheet.unique(list, "", "typeCode");
                            FaultSheet.each(
                                    list,
                                    "",
                                    (type, path) -> {
                                        sheet.code(
                                                type, path, "typeCode", CertificateTypeCode::read);
                                        sheet.unique(type.list("fields"), path + ".fields", "key");
                                        issuers(type, path, pack, sheet);
                                        numberForm(type, path, sheet);
                                        once.check(type, path, sheet);
                                    });
                        });
    }

    private static void issuers(Node type, String path, Pack pack, FaultSheet sheet) {
        type.list("issuers").stream()
                .map(Node::text)
                .filter(agency -> !pack.known().agencies().contains(agency))
                .forEach(
                        agency ->
                                sheet.error(
                                        type,
                                        path,
                                        "issuers",
                                        "没有部门“" + agency + "”",
                                        "agencies.yaml 里的 key"));
    }

    private static void numberForm(Node type, String path, FaultSheet sheet) {
        try {
            Pattern.compile(type.text("numberForm"));
        } catch (PatternSyntaxException broken) {
            sheet.error(type, path, "numberForm", "不是正则表达式", "例如 JY\\d{14}");
        }
    }
}
