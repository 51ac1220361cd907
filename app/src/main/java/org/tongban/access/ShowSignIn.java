package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/** The two sign-in pages. Their forms are answered by the filters of {@link Doors}. */
@Controller
class ShowSignIn {

    private final List<SignIns> signIns;
    private final Demonstration demonstration;
    private final TextBundles bundles;

    ShowSignIn(List<SignIns> signIns, Demonstration demonstration, TextBundles bundles) {
        this.signIns = signIns;
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
        return Rendered.of(
                "access/signIn",
                SignInPage.of(
                        door,
                        LocalPath.read(next).map(LocalPath::value).orElse(""),
                        mark.isEmpty() ? "" : SignInPages.typedLogin(request),
                        mark,
                        bundles.in(Preferences.of(request).locale()),
                        roles(door),
                        demonstration.password().orElse("")));
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
