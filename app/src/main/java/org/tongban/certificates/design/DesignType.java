package org.tongban.certificates.design;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.document.TypePreview;
import org.tongban.law.LegalBasis;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Designs a type of certificate: typed, kept, looked at, checked, published as a new version. */
@Controller
class DesignType {

    private static final String TYPES = "/staff/certificate-types";
    private static final String DRAFT = TYPES + "/{key}/draft";
    private static final String RIGHT = "administer";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final TypeDrafts drafts;
    private final TypeCheck check;
    private final KnownTypes types;
    private final DesignView view;
    private final TypePreview preview;
    private final TextBundles bundles;

    DesignType(
            TypeDrafts drafts,
            TypeCheck check,
            KnownTypes types,
            DesignView view,
            TypePreview preview,
            TextBundles bundles) {
        this.drafts = drafts;
        this.check = check;
        this.types = types;
        this.view = view;
        this.preview = preview;
        this.bundles = bundles;
    }

    static String path(String key) {
        return TYPES + "/" + key + "/draft";
    }

    /** What is being designed, and where a new type begins. */
    @GetMapping(TYPES + "/design")
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.designs-listed")
    Rendered list() {
        return list("", ErrorSummary.none());
    }

    @PostMapping(TYPES + "/design")
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.begun")
    Object begin(
            @RequestParam(defaultValue = "") String key,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var own = key.strip();
        var texts = texts(request);
        if (!KEY.matcher(own).matches() || own.equals("design")) {
            return wrongKey(own, texts.localize("design.key.wrong"));
        }
        if (types.find(own).isPresent()) {
            return wrongKey(own, texts.localize("design.key.taken"));
        }
        if (drafts.find(own).isEmpty()) {
            drafts.keep(own, TypedType.of(Map.of("holder", "either")), staff);
        }
        return SeeOther.to(path(own));
    }

    private Rendered wrongKey(String key, String message) {
        return list(key, ErrorSummary.of(Map.of("key", message)))
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered list(String key, ErrorSummary errors) {
        return Rendered.of("certificates/design/list")
                .with("typed", key)
                .with("errors", errors)
                .with("fresh", drafts.fresh())
                .with("types", types.all());
    }

    @GetMapping(DRAFT)
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.draft-shown")
    Rendered show(@PathVariable String key, StaffPrincipal staff, HttpServletRequest request) {
        return page(key, open(key), false, "", Map.of(), staff, texts(request));
    }

    @GetMapping(DRAFT + "/preview.svg")
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.preview-shown")
    ResponseEntity<byte[]> picture(@PathVariable String key) {
        var svg =
                preview.svg(open(key).type(key))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps what was typed and shows what it makes, right or wrong. */
    @PostMapping(DRAFT)
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.drafted")
    Object keep(
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            StaffPrincipal staff,
            HttpServletRequest request) {
        open(key);
        var typed = TypedType.of(sent);
        drafts.keep(key, typed, staff);
        var texts = texts(request);
        var page = page(key, typed, true, "", Map.of(), staff, texts);
        return check.faults(key, typed, texts).isEmpty()
                ? SeeOther.to(path(key))
                : page.status(HttpStatus.UNPROCESSABLE_CONTENT).at(path(key));
    }

    /** Puts the draft into force, by somebody who had no hand in it. */
    @LegalBasis("practice/old-paper/four-eyes")
    @PostMapping(DRAFT + "/publication")
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.published")
    Object publish(
            @PathVariable String key,
            @RequestParam(name = DesignView.WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var typed = open(key);
        var texts = texts(request);
        var reason = why.strip();
        var faults = check.faults(key, typed, texts);
        if (drafts.designers(key).contains(staff.login())) {
            return page(
                            key,
                            typed,
                            true,
                            why,
                            Map.of("", texts.localize("design.publish.own")),
                            staff,
                            texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(path(key));
        }
        if (!faults.isEmpty() || reason.isEmpty() || reason.length() > DesignView.LONGEST_WHY) {
            var others =
                    faults.isEmpty()
                            ? Map.of(
                                    DesignView.WHY,
                                    texts.localize("design.why.wrong", DesignView.LONGEST_WHY))
                            : Map.<String, String>of();
            return page(key, typed, true, why, others, staff, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(path(key));
        }
        drafts.publish(typed.type(key), reason, staff);
        return SeeOther.to(TYPES + "/" + key);
    }

    @PostMapping(DRAFT + "/removal")
    @Open(door = Door.STAFF, right = RIGHT, audit = "certificate-type.draft-dropped")
    Object drop(@PathVariable String key) {
        drafts.drop(key);
        return SeeOther.to(types.find(key).isPresent() ? TYPES + "/" + key : TYPES + "/design");
    }

    /** The draft, or the type as it is in force, from which one begins. */
    private TypedType open(String key) {
        return drafts.find(key)
                .or(() -> types.find(key).map(TypedType::of))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Rendered page(
            String key,
            TypedType typed,
            boolean told,
            String why,
            Map<String, String> others,
            StaffPrincipal staff,
            Texts texts) {
        var mayPublish = !drafts.designers(key).contains(staff.login());
        return Rendered.of(
                        "certificates/design/draft",
                        view.page(key, typed, told, why, others, mayPublish, texts))
                .with(
                        "versions",
                        drafts.versions(key).stream()
                                .map(
                                        one ->
                                                texts.localize(
                                                        "design.version",
                                                        one.number(),
                                                        one.by().isEmpty()
                                                                ? texts.localize("design.by-pack")
                                                                : one.by(),
                                                        one.why()))
                                .toList());
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
