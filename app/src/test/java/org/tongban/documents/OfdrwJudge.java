package org.tongban.documents;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ofdrw.gm.ses.v4.SES_Signature;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/**
 * What ofdrw says of an OFD. Its structures are built against a Bouncy Castle whose classes have
 * changed since, so it works apart: in a class loader that sees ofdrw with that old Bouncy Castle
 * and nothing of ours but this class.
 */
public final class OfdrwJudge {

    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final String OLD_CASTLE = "bcprov-jdk15on";

    /** A class of every library that ofdrw needs for this. */
    private static final List<String> NEEDED =
            List.of(
                    "org.ofdrw.reader.OFDReader",
                    "org.ofdrw.sign.verify.OFDValidator",
                    "org.ofdrw.gm.ses.v4.SES_Signature",
                    "org.ofdrw.pkg.container.OFDDir",
                    "org.ofdrw.core.basicType.ST_Loc",
                    "org.ofdrw.gv.GlobalVar",
                    "org.dom4j.Document",
                    "org.jaxen.XPath",
                    "net.lingala.zip4j.ZipFile",
                    "org.apache.commons.io.IOUtils",
                    "org.apache.commons.compress.archivers.zip.ZipFile",
                    "org.apache.commons.lang3.StringUtils",
                    "org.slf4j.Logger");

    private OfdrwJudge() {}

    /** The facts about a file, found apart from our own libraries. */
    @SuppressWarnings("unchecked") // The method below returns just this.
    static Map<String, String> apart(Path file) throws Exception {
        var places = new ArrayList<URL>();
        places.add(OfdrwJudge.class.getProtectionDomain().getCodeSource().getLocation());
        for (var name : NEEDED) {
            try {
                places.add(Class.forName(name).getProtectionDomain().getCodeSource().getLocation());
            } catch (ClassNotFoundException notNeededHere) {
                // Some libraries come with some versions only.
            }
        }
        places.add(oldCastle());
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader =
                new URLClassLoader(
                        places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            // Its XML library looks for its parts through the thread.
            Thread.currentThread().setContextClassLoader(loader);
            return (Map<String, String>)
                    loader.loadClass(OfdrwJudge.class.getName())
                            .getMethod("facts", String.class)
                            .invoke(null, file.toString());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL oldCastle() throws IOException {
        var entry = "org/bouncycastle/asn1/DERIA5String.class";
        for (var found : Collections.list(OfdrwJudge.class.getClassLoader().getResources(entry))) {
            var jar = found.toString().replaceFirst("^jar:", "").replaceFirst("!.*$", "");
            if (jar.contains(OLD_CASTLE)) return java.net.URI.create(jar).toURL();
        }
        throw new IOException("no " + OLD_CASTLE + " on the class path");
    }

    /** Works in the class loader apart: a validation, and the fields as ofdrw parses them. */
    public static Map<String, String> facts(String file) throws Exception {
        var facts = new HashMap<String, String>();
        try (var reader = new OFDReader(Path.of(file));
                var validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer());
            try {
                validator.exeValidate();
                facts.put("valid", "true");
            } catch (Exception refused) {
                // Of several kinds, one for each thing that can be wrong.
                facts.put("valid", "false");
                facts.put("why", String.valueOf(refused.getMessage()));
            }
        }
        byte[] value;
        try (var zip = new java.util.zip.ZipFile(file)) {
            value = zip.getInputStream(zip.getEntry(VALUE)).readAllBytes();
        }
        var signature = SES_Signature.getInstance(value);
        var toSign = signature.getToSign();
        var info = toSign.getEseal().geteSealInfo();
        facts.put("version", toSign.getVersion().getValue().toString());
        facts.put("header version", info.getHeader().getVersion().getValue().toString());
        facts.put("about", toSign.getPropertyInfo().getString());
        facts.put("at", toSign.getTimeInfo().getDate().toInstant().toString());
        facts.put("algorithm", signature.getSignatureAlgID().getId());
        facts.put("name", info.getProperty().getName().getString());
        facts.put("list type", info.getProperty().getCertListType().getValue().toString());
        facts.put(
                "picture",
                info.getPicture().getType().getString()
                        + " "
                        + info.getPicture().getWidth().getValue()
                        + " x "
                        + info.getPicture().getHeight().getValue());
        return facts;
    }
}
