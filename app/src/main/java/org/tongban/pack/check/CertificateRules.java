package org.tongban.pack.check;

import org.tongban.codes.CertificateTypeCode;

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
                                        once.check(type, path, sheet);
                                    });
                        });
    }
}
