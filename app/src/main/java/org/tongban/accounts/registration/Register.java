package org.tongban.accounts.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Attempts;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Accounts.Registered;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/** Makes an account for somebody who says who they are. */
@Controller
class Register {

    /** A help desk registers many people from one address, but not by the hundred. */
    private static final int MOST_OF_AN_ADDRESS = 60;

    private static final String ADDRESS = "register.address";

    private final Accounts accounts;
    private final Attempts attempts;
    private final TextBundles bundles;

    Register(Accounts accounts, Attempts attempts, TextBundles bundles) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.bundles = bundles;
    }

    @GetMapping("/register")
    @Open(door = Door.PUBLIC, audit = "registration.shown")
    Rendered show(HttpServletRequest request) {
        return page(RegistrationForm.empty(), Map.of(), request);
    }

    @PostMapping("/register")
    @Open(door = Door.PUBLIC, audit = "registration.sent")
    Rendered send(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String idNumber,
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password) {
        var typed = new RegistrationForm(name, idNumber, mobile, login, password);
        var faults = typed.faults();
        if (!faults.isEmpty()) return again(typed, faults, request);
        // Each try tells whether a number is known, so tries are counted.
        var address = String.valueOf(request.getRemoteAddr());
        if (attempts.tooMany(ADDRESS, address, MOST_OF_AN_ADDRESS)) {
            return again(typed, Map.of("name", "register.wait"), request);
        }
        attempts.count(ADDRESS, address);
        var registered =
                accounts.register(
                        typed.plainLogin(), password, typed.plainName(), typed.privatePart());
        return switch (registered) {
            case Registered.Done(_, var person) ->
                    Rendered.of("accounts/registered", new RegisteredPage(person.name()));
            case Registered.LoginTaken() ->
                    again(typed, Map.of("login", "register.login.taken"), request);
            case Registered.PersonKnown() ->
                    again(typed, Map.of("idNumber", "register.idNumber.known"), request);
        };
    }

    private Rendered again(
            RegistrationForm typed, Map<String, String> faults, HttpServletRequest request) {
        return page(typed, faults, request).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered page(
            RegistrationForm typed, Map<String, String> faults, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of("accounts/register", RegistrationPage.of(typed, faults, texts));
    }
}
