package org.tongban.casework.kept;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.ActingFor;
import org.tongban.casework.ApplicantHashes;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Dates;
import org.tongban.web.Texts;

/** What is said of a kept file: whose it is, how far it may be relied on. */
@Component
public class KeptWords {

    private final Directory directory;
    private final ApplicantHashes hashes;

    KeptWords(Directory directory, ApplicantHashes hashes) {
        this.directory = directory;
        this.hashes = hashes;
    }

    /** How far it may be relied on, with who compared it where somebody did. */
    public String grade(Kept one, Texts texts) {
        return one.compared()
                .map(
                        compared ->
                                texts.localize(
                                        "kept.grade.b",
                                        directory
                                                .current()
                                                .agency(compared.agency())
                                                .map(Agency::name)
                                                .orElse(""),
                                        day(compared.on(), texts)))
                .orElseGet(() -> texts.localize("kept.grade." + one.grade().word()));
    }

    /** For a choice: the file, and how far it may be relied on. */
    public String offer(Kept one, Texts texts) {
        return texts.localize("kept.offer", one.title(), one.itemName(), grade(one, texts));
    }

    /** The names of those whose things a person comes to. */
    Map<String, String> holders(ApplicantPrincipal caller) {
        var names = new LinkedHashMap<String, String>();
        hashes.reach(caller.personId())
                .forEach(one -> names.putIfAbsent(key(one.hash()), one.who().name()));
        return names;
    }

    /** Whether it is the reader's own, and not a firm's or a child's. */
    boolean isOwn(Kept one, ApplicantPrincipal caller) {
        return hashes.reach(caller.personId()).stream()
                .filter(reach -> reach.who() instanceof ActingFor.Self)
                .anyMatch(reach -> Arrays.equals(reach.hash(), one.ownerHash()));
    }

    String holder(Kept one, Map<String, String> names) {
        return names.getOrDefault(key(one.ownerHash()), "");
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String day(LocalDate day, Texts texts) {
        return new Dates(texts.locale()).fullDay(day);
    }
}
