package org.tongban.directory.staffing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.directory.Directory;
import org.tongban.directory.StaffAccounts;
import org.tongban.directory.StaffMember;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;

/** Shows who is locked out and gives a member of staff a new password. */
@Controller
class HelpWithSignIn {

    private final StaffAccounts accounts;
    private final Directory directory;
    private final Clock clock;

    HelpWithSignIn(StaffAccounts accounts, Directory directory, Clock clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/staff/accounts")
    @Open(door = Door.STAFF, audit = "staff-sign-ins.shown", right = "administer")
    Rendered show(HttpServletRequest request) {
        return page(request, "", "");
    }

    /** Answers with the page itself and not with an address: the password is shown this once. */
    @PostMapping("/staff/accounts")
    @Open(door = Door.STAFF, audit = "staff-password.renewed", right = "administer")
    Rendered renew(HttpServletRequest request, @RequestParam UUID staff) {
        var member =
                directory
                        .current()
                        .staff(staff)
                        .filter(StaffMember::active)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(request, member.name(), accounts.newPassword(member.id()));
    }

    private Rendered page(HttpServletRequest request, String forWhom, String password) {
        var dates = new Dates(Preferences.of(request).locale());
        var locked =
                accounts.locked().stream()
                        .map(
                                one ->
                                        new SignInHelpPage.Line(
                                                one.staffId().toString(),
                                                one.name(),
                                                one.login(),
                                                dates.time(
                                                        LocalDateTime.ofInstant(
                                                                one.until(), clock.getZone()))))
                        .toList();
        return Rendered.of("directory/signInHelp", new SignInHelpPage(locked, forWhom, password));
    }
}
