package org.tongban.certificates.types;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.CertificatesOfItems;
import org.tongban.catalogue.CertificatesOfItems.Line;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Answer;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows staff the types of certificates with the list of who issues and who may use them. */
@Controller
class ShowTypes {

    static final String PATH = "/staff/certificate-types";

    private final KnownTypes types;
    private final CertificatesOfItems items;
    private final Directory directory;
    private final TextBundles bundles;

    ShowTypes(
            KnownTypes types, CertificatesOfItems items, Directory directory, TextBundles bundles) {
        this.types = types;
        this.items = items;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "certificate-types.listed")
    Rendered list(StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        var lines = items.all();
        return Rendered.of(
                "certificates/types/list",
                new TypesPage(
                        types.all().stream()
                                .map(
                                        type ->
                                                new TypesPage.Line(
                                                        PATH + "/" + type.key(),
                                                        type.name(),
                                                        type.typeCode(),
                                                        holder(type, texts),
                                                        term(type, texts),
                                                        issuing(type, lines).size(),
                                                        using(type, lines).size()))
                                .toList(),
                        staff.has("administer") ? PATH + "/design" : ""));
    }

    @GetMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, audit = "certificate-type.shown")
    Rendered show(@PathVariable String key, StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        var type =
                types.find(key)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var lines = items.all();
        return Rendered.of(
                "certificates/types/type",
                new TypePage(
                        type.name(),
                        facts(type, texts),
                        type.fields().stream()
                                .map(face -> new Answer(face.label(), face.from(), "", ""))
                                .toList(),
                        shown(issuing(type, lines)),
                        shown(using(type, lines)),
                        staff.has("administer") ? PATH + "/" + key + "/draft" : ""));
    }

    private static List<Line> issuing(CertificateType type, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.issues().filter(type.key()::equals).isPresent())
                .toList();
    }

    private static List<Line> using(CertificateType type, List<Line> lines) {
        return lines.stream().filter(line -> line.uses().contains(type.key())).toList();
    }

    private List<TypePage.ItemLine> shown(List<Line> lines) {
        var place = directory.current();
        return lines.stream()
                .map(
                        line ->
                                new TypePage.ItemLine(
                                        "/items/" + line.key(),
                                        line.name(),
                                        place.agency(line.agency())
                                                .map(Agency::shortName)
                                                .orElse("")))
                .toList();
    }

    private static List<Answer> facts(CertificateType type, Texts texts) {
        var facts = new ArrayList<Answer>();
        facts.add(fact("library.type.code", type.typeCode(), texts));
        facts.add(fact("library.type.holder", holder(type, texts), texts));
        facts.add(fact("library.type.term", term(type, texts), texts));
        facts.add(
                fact(
                        "library.type.layout",
                        texts.localize(
                                type.layout() == null
                                        ? "library.type.layout.plain"
                                        : "library.type.layout.own"),
                        texts));
        return facts;
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private static String holder(CertificateType type, Texts texts) {
        return texts.localize("library.type.holder." + type.holder());
    }

    private static String term(CertificateType type, Texts texts) {
        return type.years()
                .map(years -> texts.localize("library.type.years", years))
                .orElseGet(() -> texts.localize("certificates.without-end"));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
