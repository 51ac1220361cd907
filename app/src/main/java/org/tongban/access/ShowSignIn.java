package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The two sign-in pages. Their forms are answered by the filters of {@link Doors}. */
@Controller
class ShowSignIn {

    private final List<SignIns> signIns;
    private final List<OutsideSignIn> outside;
    private final Demonstration demonstration;
    private final TextBundles bundles;

    ShowSignIn(
            List<SignIns> signIns,
            List<OutsideSignIn> outside,
            Demonstration demonstration,
            TextBundles bundles) {
        this.signIns = signIns;
        this.outside = outside;
        this.demonstration = demonstration;
        this.bundles = bundles;
    }

    @GetMapping(SignInPages.APPLICANT)
    @Open(door = Door.PUBLIC, audit = "sign-in.shown")
    Rendered applicant(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return page(Door.APPLICANT, request, next, mark(request));
    }

    @GetMapping(SignInPages.STAFF)
    @Open(door = Door.PUBLIC, audit = "sign-in.shown")
    Rendered staff(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return page(Door.STAFF, request, next, mark(request));
    }

    private Rendered page(Door door, HttpServletRequest request, String next, String mark) {
        var texts = bundles.in(Preferences.of(request).locale());
        var back = LocalPath.read(next);
        return Rendered.of(
                "access/signIn",
                SignInPage.of(
                        door,
                        back.map(LocalPath::value).orElse(""),
                        mark.isEmpty() ? "" : SignInPages.typedLogin(request),
                        mark,
                        texts,
                        door == Door.APPLICANT ? ways(back, texts) : List.of(),
                        roles(door),
                        demonstration.password().orElse("")));
    }

    private List<Link> ways(Optional<LocalPath> back, Texts texts) {
        var next = back.map(path -> "?next=" + path.encoded()).orElse("");
        return outside.stream()
                .flatMap(
                        one ->
                                one.provider().stream()
                                        .map(
                                                name ->
                                                        new Link(
                                                                texts.localize(
                                                                        "sign-in.outside", name),
                                                                one.address() + next)))
                .toList();
    }

    private List<DemonstrationRole> roles(Door door) {
        return demonstration.isOn()
                ? signIns.stream()
                        .filter(kind -> kind.door() == door)
                        .flatMap(kind -> kind.demonstrationRoles().stream())
                        .toList()
                : List.of();
    }

    /** Read from the request itself: bound to a parameter, a name without a value is nothing. */
    private static String mark(HttpServletRequest request) {
        if (request.getParameterMap().containsKey(SignInPages.WAIT)) return SignInPages.WAIT;
        return request.getParameterMap().containsKey(SignInPages.FAILED) ? SignInPages.FAILED : "";
    }
}
