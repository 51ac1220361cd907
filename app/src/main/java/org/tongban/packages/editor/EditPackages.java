package org.tongban.packages.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageTexts;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Writing a package: the pack's own text beside the picture that it gives, looked at as often as
 * one likes and published when nothing is wrong with it. What is typed is never lost; who was
 * overtaken by somebody else is told.
 */
@Controller
class EditPackages {

    static final String PATH = "/staff/packages/editor";

    private static final String TEXT = "text";
    private static final int LONGEST_TEXT = 60_000;

    private final Packages packages;
    private final PackageTexts files;
    private final PackagePicture picture;
    private final TransactionTemplate transaction;
    private final TextBundles bundles;

    EditPackages(
            Packages packages,
            PackageTexts files,
            PackagePicture picture,
            TransactionTemplate transaction,
            TextBundles bundles) {
        this.packages = packages;
        this.files = files;
        this.picture = picture;
        this.transaction = transaction;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "package-editor.opened")
    Rendered fresh(StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        return page(
                Optional.empty(),
                texts.localize("package-editor.template"),
                0,
                false,
                ErrorSummary.none(),
                texts);
    }

    @GetMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, right = "administer", audit = "package-editor.opened")
    Rendered open(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var pack = found(key);
        return page(
                Optional.of(pack),
                files.written(pack.definition()),
                pack.version(),
                done.equals("published"),
                ErrorSummary.none(),
                texts(request));
    }

    /** The file of the pack, as an export writes it. */
    @GetMapping(PATH + "/{key}/file")
    @Open(door = Door.STAFF, right = "administer", audit = "package.exported")
    ResponseEntity<byte[]> export(@PathVariable String key, StaffPrincipal staff) {
        var pack = found(key);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "yaml", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(pack.key() + ".yaml")
                                .build()
                                .toString())
                .body(files.written(pack.definition()).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "package.written")
    Object begin(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "look") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return write(Optional.empty(), text, 0, act, texts(request));
    }

    @PostMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, right = "administer", audit = "package.written")
    Object change(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "look") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return write(Optional.of(found(key)), text, seen, act, texts(request));
    }

    private Object write(
            Optional<PublishedPackage> before, String text, int seen, String act, Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        if (text.length() > LONGEST_TEXT) {
            errors.put(TEXT, texts.localize("package-editor.too-long", LONGEST_TEXT));
        }
        var read = errors.isEmpty() ? files.read(text) : nothing();
        if (act.equals("publish") && errors.isEmpty()) {
            errors.putAll(against(before, read, texts));
            if (errors.isEmpty()) {
                var definition = read.definition().orElseThrow();
                if (Boolean.TRUE.equals(
                        transaction.execute(_ -> packages.publish(definition, seen)))) {
                    return SeeOther.to(PATH + "/" + definition.key() + "?done=published");
                }
                errors.put(TEXT, texts.localize("package-editor.overtaken"));
            }
        }
        var page = page(before, text, seen, false, ErrorSummary.of(errors), texts);
        return errors.isEmpty() ? page : page.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static PackageTexts.Read nothing() {
        return new PackageTexts.Read(Optional.empty(), List.of());
    }

    private static Map<String, String> against(
            Optional<PublishedPackage> before, PackageTexts.Read read, Texts texts) {
        if (!read.isSound()) {
            return Map.of(TEXT, texts.localize("package-editor.faulty", read.faults().size()));
        }
        var key = read.definition().map(PackageDefinition::key).orElseThrow();
        return before.filter(pack -> !pack.key().equals(key)).isPresent()
                ? Map.of(TEXT, texts.localize("package-editor.other-key", key))
                : Map.of();
    }

    private Rendered page(
            Optional<PublishedPackage> before,
            String text,
            int seen,
            boolean done,
            ErrorSummary errors,
            Texts texts) {
        var read = text.length() > LONGEST_TEXT ? nothing() : files.read(text);
        var action = before.map(pack -> PATH + "/" + pack.key()).orElse(PATH);
        return Rendered.of(
                "packages/editor",
                new EditorPage(
                        before.map(pack -> pack.definition().name())
                                .orElse(texts.localize("package-editor.new")),
                        action,
                        FieldView.of(
                                        FieldKind.LONGTEXT,
                                        TEXT,
                                        texts.localize("package-editor.text"))
                                .value(text)
                                .error(errors),
                        seen,
                        read.faults().stream()
                                .map(
                                        fault ->
                                                texts.localize(
                                                        "package-editor.line",
                                                        fault.line(),
                                                        fault.message()))
                                .toList(),
                        read.definition().flatMap(picture::drawing).stream().toList(),
                        read.definition()
                                .map(definition -> picture.words(definition, texts))
                                .orElse(List.of()),
                        texts.localize(
                                read.isSound()
                                        ? "package-editor.sound"
                                        : "package-editor.not-sound"),
                        done,
                        before.isPresent() ? action + "/file" : "",
                        errors));
    }

    private PublishedPackage found(String key) {
        return packages.latest(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
