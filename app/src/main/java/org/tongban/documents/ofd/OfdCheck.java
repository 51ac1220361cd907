package org.tongban.documents.ofd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.tongban.crypto.Sm3;
import org.tongban.documents.Answer;
import org.tongban.documents.CheckRefused;
import org.tongban.documents.CheckReport;
import org.tongban.documents.CheckReport.Refusal;
import org.tongban.documents.Fault;
import org.tongban.documents.Step;
import org.tongban.documents.StepResult;
import org.tongban.documents.seal.Malformed;
import org.tongban.documents.seal.SealChecks;
import org.tongban.documents.seal.SealSignature;

/**
 * Checks an OFD with one document and one seal. Stricter than the format asks: a file in the
 * package that the seal does not cover fails the first step, because a page could be drawn from it.
 */
public final class OfdCheck {

    private static final String ROOT = "OFD.xml";

    private final OfdArchive archive;
    private final String signaturePath;
    private final XmlElement signedInfo;
    private final String valuePath;

    private OfdCheck(
            OfdArchive archive, String signaturePath, XmlElement signedInfo, String valuePath) {
        this.archive = archive;
        this.signaturePath = signaturePath;
        this.signedInfo = signedInfo;
        this.valuePath = valuePath;
    }

    /**
     * All steps.
     *
     * @param sm3 of the file
     * @throws CheckRefused when it is no OFD with one seal that can be read within the limits
     */
    public static CheckReport check(byte[] file, String sm3, SealChecks checks)
            throws CheckRefused {
        var archive = OfdArchive.read(file);
        var root = xml(archive, ROOT).one("OFD").orElseThrow(OfdCheck::damaged);
        var body = root.one("DocBody").orElseThrow(OfdCheck::damaged);
        var listPath =
                body.one("Signatures")
                        .map(found -> resolved("", found.text()))
                        .orElseThrow(() -> new CheckRefused(Refusal.NOT_SEALED));
        var list = xml(archive, listPath).one("Signatures").orElseThrow(OfdCheck::damaged);
        var entry = list.one("Signature").orElseThrow(() -> new CheckRefused(Refusal.NOT_SEALED));
        var path = resolved(folder(listPath), entry.attribute("BaseLoc").orElse(""));
        var signature = xml(archive, path).one("Signature").orElseThrow(OfdCheck::damaged);
        var info = signature.one("SignedInfo").orElseThrow(OfdCheck::damaged);
        var value =
                signature
                        .one("SignedValue")
                        .map(found -> resolved(folder(path), found.text()))
                        .orElseThrow(OfdCheck::damaged);
        return new OfdCheck(archive, path, info, value).report(sm3, checks, metadata(body));
    }

    private CheckReport report(String sm3, SealChecks checks, Map<String, String> metadata)
            throws CheckRefused {
        var files = files();
        Optional<SealSignature> sealed;
        try {
            sealed = Optional.of(SealSignature.read(archive.file(valuePath).orElse(new byte[0])));
        } catch (Malformed unreadable) {
            sealed = Optional.empty();
        }
        var description = description(sealed);
        var rest = sealed.map(checks::all).orElseGet(SealChecks::none);
        var results = new ArrayList<StepResult>(List.of(files, description));
        for (var result : rest) {
            results.add(
                    result.step() == Step.SEAL && result.answer() == Answer.PASSED
                            ? sealFile(sealed.orElseThrow())
                            : result);
        }
        return new CheckReport(
                sm3, Optional.empty(), results, sealed.flatMap(SealChecks::sealedBy), metadata);
    }

    /** The seal that lies in the package for viewers must be the one that was used. */
    private StepResult sealFile(SealSignature signature) throws CheckRefused {
        var place = signedInfo.one("Seal");
        var path = place.isEmpty() ? Optional.<XmlElement>empty() : place.get().one("BaseLoc");
        if (path.isEmpty()) return StepResult.passed(Step.SEAL);
        var shown = archive.file(resolved(folder(signaturePath), path.get().text()));
        return StepResult.of(
                Step.SEAL,
                shown.filter(bytes -> Arrays.equals(bytes, signature.seal().der())).isPresent(),
                Fault.SEAL_FILE_DIFFERS);
    }

    /** Step 1. */
    private StepResult files() throws CheckRefused {
        var references = signedInfo.one("References").orElseThrow(OfdCheck::damaged);
        var method = references.attribute("CheckMethod").orElse("");
        if (!method.equals(GMObjectIdentifiers.sm3.getId())) {
            return StepResult.failed(Step.FILES, Fault.WEAK_HASH, method);
        }
        var covered = new HashSet<String>();
        for (var reference : references.all("Reference")) {
            var path = resolved(folder(signaturePath), reference.attribute("FileRef").orElse(""));
            var content = archive.file(path);
            if (content.isEmpty()) {
                return StepResult.failed(Step.FILES, Fault.FILE_MISSING, path);
            }
            var stated = reference.one("CheckValue").map(XmlElement::text).orElse("");
            if (!Base64.getEncoder().encodeToString(Sm3.hash(content.get())).equals(stated)) {
                return StepResult.failed(Step.FILES, Fault.FILE_CHANGED, path);
            }
            covered.add(path);
        }
        covered.add(signaturePath);
        covered.add(valuePath);
        return archive.files().keySet().stream()
                .filter(path -> !covered.contains(path))
                .findFirst()
                .map(path -> StepResult.failed(Step.FILES, Fault.FILE_NOT_COVERED, path))
                .orElseGet(() -> StepResult.passed(Step.FILES));
    }

    /** Step 2. */
    private StepResult description(Optional<SealSignature> sealed) {
        if (sealed.isEmpty()) return StepResult.unchecked(Step.DESCRIPTION, Fault.NOT_REACHED);
        var hash = Sm3.hash(archive.file(signaturePath).orElseThrow());
        if (!sealed.get().isAbout(hash)) {
            return StepResult.failed(Step.DESCRIPTION, Fault.DESCRIPTION_CHANGED, signaturePath);
        }
        var about = sealed.get().about().replaceFirst("^/+", "");
        return about.equals(signaturePath)
                ? StepResult.passed(Step.DESCRIPTION)
                : StepResult.failed(Step.DESCRIPTION, Fault.OTHER_DESCRIPTION, about);
    }

    private static Map<String, String> metadata(XmlElement body) throws CheckRefused {
        var found = new LinkedHashMap<String, String>();
        var info = body.one("DocInfo");
        var all = info.isEmpty() ? Optional.<XmlElement>empty() : info.get().one("CustomDatas");
        all.map(datas -> datas.all("CustomData"))
                .orElse(List.of())
                .forEach(data -> found.putIfAbsent(data.attribute("Name").orElse(""), data.text()));
        return new HashMap<>(found);
    }

    private static XmlElement xml(OfdArchive archive, String path) throws CheckRefused {
        return XmlElement.read(archive.file(path).orElseThrow(OfdCheck::damaged));
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** A path as the package has it; one that leads out of the package leads nowhere. */
    private static String resolved(String folder, String path) {
        var parts = new ArrayDeque<String>();
        var whole = path.startsWith("/") ? path : folder + "/" + path;
        for (var part : whole.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (part.equals("..")) parts.pollLast();
            else parts.addLast(part);
        }
        return String.join("/", parts);
    }

    private static CheckRefused damaged() {
        return new CheckRefused(Refusal.DAMAGED);
    }
}
