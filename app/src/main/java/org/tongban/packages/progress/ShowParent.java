package org.tongban.packages.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.OwnReach;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.PartsReady;
import org.tongban.packages.visits.VisitView;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * One's own application with its parts, and taking it or some of it back. What has not begun ends
 * at once; running cases are taken back one after the other; what is decided stands.
 */
@Controller
class ShowParent {

    private static final String PARTS = "parts";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 200;

    private final PackageCases store;
    private final ParentView view;
    private final TextBundles bundles;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final OwnReach reach;
    private final VisitView visits;

    ShowParent(
            PackageCases store,
            ParentView view,
            TextBundles bundles,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            OwnReach reach,
            VisitView visits) {
        this.visits = visits;
        this.reach = reach;
        this.store = store;
        this.view = view;
        this.bundles = bundles;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    @GetMapping("/my/packages/{no}")
    @Open(door = Door.APPLICANT, audit = "package-case.shown")
    Rendered show(@PathVariable String no, HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = texts(request);
        var whole = own(no, caller);
        return Rendered.of("packages/parent", view.page(whole, false, texts))
                .with("back", new Link(texts.localize("progress.back.my"), "/my"))
                .with("visits", visits.told(whole, texts));
    }

    @GetMapping("/my/packages/{no}/withdraw")
    @Open(door = Door.APPLICANT, audit = "package-withdrawal.asked")
    Object ask(@PathVariable String no, HttpServletRequest request, ApplicantPrincipal caller) {
        var whole = own(no, caller);
        return open(whole).isEmpty()
                ? SeeOther.to(whole.path())
                : asking(whole, List.of(), "", ErrorSummary.none(), texts(request));
    }

    @PostMapping("/my/packages/{no}/withdraw")
    @Open(door = Door.APPLICANT, audit = "package-case.withdrawn")
    Object withdraw(
            @PathVariable String no,
            @RequestParam(name = PARTS, defaultValue = "") List<String> parts,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var whole = own(no, caller);
        var texts = texts(request);
        var wanted = open(whole).stream().filter(part -> parts.contains(part.key())).toList();
        Map<String, String> errors = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            errors.put(PARTS, texts.localize("packages.withdraw.which.missing"));
        }
        var why = reason.strip();
        if (why.length() > LONGEST_REASON) {
            errors.put(REASON, texts.localize("packages.withdraw.reason.long", LONGEST_REASON));
        }
        if (!errors.isEmpty()) {
            return asking(whole, parts, reason, ErrorSummary.of(errors), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        transaction.executeWithoutResult(_ -> takeBack(whole, wanted, why));
        publisher.publishEvent(new PartsReady());
        return SeeOther.to(whole.path());
    }

    /** Looked at again under the lock: a part may have begun since the page was drawn. */
    private void takeBack(PackageCase seen, List<PackageCase.Part> wanted, String reason) {
        var whole = store.lock(seen.id()).orElseThrow();
        var ended = new HashMap<String, PartState>();
        for (var one : wanted) {
            var part = whole.part(one.key()).orElseThrow();
            if (part.state().isUnbegun()) {
                ended.put(part.key(), PartState.WITHDRAWN);
            } else if (part.isOpen()) {
                store.wantWithdrawn(whole.id(), part.key(), reason);
            }
        }
        store.ended(whole, ended);
    }

    private static List<PackageCase.Part> open(PackageCase whole) {
        return whole.parts().stream().filter(PackageCase.Part::isOpen).toList();
    }

    private Rendered asking(
            PackageCase whole,
            List<String> chosen,
            String reason,
            ErrorSummary errors,
            Texts texts) {
        var options = new ArrayList<Option>();
        for (var part : open(whole)) {
            var others =
                    whole.parts().stream()
                            .filter(other -> other.needs().contains(part.key()))
                            .filter(other -> !other.state().isOver())
                            .map(PackageCase.Part::name)
                            .toList();
            options.add(
                    new Option(
                            part.key(),
                            part.name(),
                            others.isEmpty()
                                    ? ""
                                    : texts.localize(
                                            "packages.withdraw.also", String.join("、", others))));
        }
        return Rendered.of("packages/withdraw")
                .with("item", view.name(whole))
                .with("path", whole.path())
                .with(
                        "parts",
                        FieldView.of(
                                        FieldKind.CHOICES,
                                        PARTS,
                                        texts.localize("packages.withdraw.which"))
                                .options(options)
                                .values(chosen)
                                .error(errors))
                .with(
                        "reason",
                        FieldView.of(FieldKind.TEXT, REASON, texts.localize("withdraw.reason"))
                                .maxLength(LONGEST_REASON)
                                .value(reason)
                                .optional()
                                .error(errors))
                .with("errors", errors);
    }

    private PackageCase own(String no, ApplicantPrincipal caller) {
        return Optional.of(no)
                .filter(written -> written.matches("[A-Z0-9]{1,40}"))
                .flatMap(written -> store.own(written, caller.accountId()))
                .filter(whole -> reach.isStillTheirs(caller, whole.caseIds()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
