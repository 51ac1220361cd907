package org.tongban.packages.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
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
import org.tongban.packages.PackageDefinition.HandOut;
import org.tongban.packages.PackageTexts;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Arranging a package row by row: its questions, its items, when each is done and who waits for
 * whom. The picture is drawn anew each time it is looked at, and what is wrong stands at its row.
 * What the rows do not show (fields and papers that mean the same) is kept, and written as text.
 */
@Controller
class ArrangePackages {

    static final String PATH = "/staff/packages/arrange";

    private final Packages packages;
    private final PackageTexts files;
    private final PackagePicture picture;
    private final ArrangeView view;
    private final TransactionTemplate transaction;
    private final TextBundles bundles;

    ArrangePackages(
            Packages packages,
            PackageTexts files,
            PackagePicture picture,
            ArrangeView view,
            TransactionTemplate transaction,
            TextBundles bundles) {
        this.packages = packages;
        this.files = files;
        this.picture = picture;
        this.view = view;
        this.transaction = transaction;
        this.bundles = bundles;
    }

    /** Of a package that is being looked at: on what it rests and what was typed. */
    private record Sheet(
            Optional<PublishedPackage> before, String base, int seen, PackageRows rows) {}

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "package-rows.opened")
    Rendered fresh(StaffPrincipal staff, HttpServletRequest request) {
        var rows = PackageRows.of(empty());
        return page(
                new Sheet(Optional.empty(), "", 0, rows),
                false,
                false,
                new LinkedHashMap<>(),
                texts(request));
    }

    @GetMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, right = "administer", audit = "package-rows.opened")
    Rendered open(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var pack = found(key);
        return page(
                new Sheet(
                        Optional.of(pack),
                        files.written(pack.definition()),
                        pack.version(),
                        PackageRows.of(pack.definition())),
                true,
                done.equals("published"),
                new LinkedHashMap<>(),
                texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "package.arranged")
    Object begin(
            @RequestParam(defaultValue = "look") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var rows = PackageRows.of(request.getParameterMap());
        return write(new Sheet(Optional.empty(), "", 0, rows), act, texts(request));
    }

    @PostMapping(PATH + "/{key}")
    @Open(door = Door.STAFF, right = "administer", audit = "package.arranged")
    Object change(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "look") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var rows = PackageRows.of(request.getParameterMap());
        return write(new Sheet(Optional.of(found(key)), base, seen, rows), act, texts(request));
    }

    private Object write(Sheet sheet, String act, Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        if (act.equals("publish")) {
            var shape = shape(sheet);
            var read = files.read(files.written(shape.shaped()));
            if (read.isSound() && shape.halves().isEmpty()) {
                var definition = read.definition().orElseThrow();
                if (Boolean.TRUE.equals(
                        transaction.execute(_ -> packages.publish(definition, sheet.seen())))) {
                    return SeeOther.to(PATH + "/" + definition.key() + "?done=published");
                }
                errors.put("", texts.localize("package-arrange.overtaken"));
            }
        }
        var page = page(sheet, true, false, errors, texts);
        return act.equals("publish") ? page.status(HttpStatus.UNPROCESSABLE_CONTENT) : page;
    }

    /**
     * The page.
     *
     * @param checked whether what is wrong is said; not on a new sheet that nobody wrote on yet
     * @param errors that are known already
     */
    private Rendered page(
            Sheet sheet, boolean checked, boolean done, Map<String, String> errors, Texts texts) {
        var shape = shape(sheet);
        var shaped = shape.shaped();
        var elsewhere = new ArrayList<String>();
        if (checked) {
            shape.halves()
                    .forEach(
                            (box, half) ->
                                    errors.putIfAbsent(
                                            box,
                                            texts.localize(
                                                    "package-arrange.half."
                                                            + half.name()
                                                                    .toLowerCase(Locale.ROOT))));
            for (var fault : files.read(files.written(shaped)).faults()) {
                var box = shape.boxOf(fault.path());
                if (box.isEmpty()) {
                    elsewhere.add(view.named(fault.words(), shaped));
                } else {
                    errors.putIfAbsent(box, view.named(fault.words(), shaped));
                }
            }
        }
        var said = ErrorSummary.of(errors);
        var before = sheet.before();
        var action = before.map(pack -> PATH + "/" + pack.key()).orElse(PATH);
        return Rendered.of(
                "packages/arrange",
                new ArrangePage(
                        before.map(pack -> pack.definition().name())
                                .orElse(texts.localize("package-editor.new")),
                        action,
                        before.map(pack -> EditPackages.PATH + "/" + pack.key())
                                .orElse(EditPackages.PATH),
                        sheet.base(),
                        sheet.seen(),
                        view.own(sheet.rows(), before.isEmpty(), said, texts),
                        view.questions(sheet.rows(), said, texts),
                        view.items(shaped, sheet.rows(), said, texts),
                        view.needs(shaped, sheet.rows(), said, texts),
                        elsewhere,
                        shaped.items().isEmpty()
                                ? List.of()
                                : picture.drawing(shaped).stream().toList(),
                        picture.words(shaped, texts),
                        texts.localize(
                                said.isEmpty() && elsewhere.isEmpty()
                                        ? checked ? "package-editor.sound" : "package-arrange.begin"
                                        : "package-editor.not-sound"),
                        done,
                        said));
    }

    /** What the rows do not show comes with them; a text that is none is taken for nothing. */
    private ShapePackage shape(Sheet sheet) {
        var base =
                sheet.base().isEmpty()
                        ? Optional.<PackageDefinition>empty()
                        : files.read(sheet.base()).definition();
        return new ShapePackage(
                base.or(() -> sheet.before().map(PublishedPackage::definition))
                        .orElseGet(ArrangePackages::empty),
                sheet.rows());
    }

    private static PackageDefinition empty() {
        return new PackageDefinition(
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                10,
                0,
                HandOut.AS_READY,
                null);
    }

    private PublishedPackage found(String key) {
        return packages.latest(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
