package org.tongban.openapi.clients;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongban.access.Door;
import org.tongban.access.IdentityScopes;
import org.tongban.access.Open;
import org.tongban.accounts.IdentityClients;
import org.tongban.law.LegalBasis;
import org.tongban.openapi.clients.IdentityClientForm.Fault;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Admits systems to which people sign in by this platform. The screen is Chinese. */
@Controller
class IdentityClientPages {

    private static final String PAGE = "/staff/identity-clients";

    private final IdentityClients clients;
    private final Texts texts;

    IdentityClientPages(IdentityClients clients, TextBundles bundles) {
        this.clients = clients;
        this.texts = bundles.in(Locale.SIMPLIFIED_CHINESE);
    }

    @GetMapping(PAGE)
    @Open(door = Door.STAFF, right = "administer", audit = "identity-clients.listed")
    Rendered list() {
        return page(IdentityClientForm.empty(), Map.of());
    }

    @PostMapping(PAGE)
    @Open(door = Door.STAFF, right = "administer", audit = "identity-client.admitted")
    @LegalBasis("practice/hand-over/systems")
    Rendered create(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(required = false) Optional<Set<String>> scopes,
            @RequestParam(defaultValue = "") String redirects,
            @RequestParam(defaultValue = "") String signOuts) {
        var chosen =
                scopes.orElse(Set.of()).stream()
                        .filter(IdentityScopes.ALL::contains)
                        .collect(Collectors.toSet());
        var form = new IdentityClientForm(name, office, purpose, chosen, redirects, signOuts);
        var faults = form.faults();
        if (!faults.isEmpty()) {
            return page(form, faults).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var admitted =
                clients.admit(
                        name.strip(),
                        office.strip(),
                        purpose.strip(),
                        chosen,
                        IdentityClientForm.lines(redirects),
                        IdentityClientForm.lines(signOuts));
        return Rendered.of("openapi/clients/identityCreated")
                .with("name", name.strip())
                .with("id", admitted.id())
                .with("secret", admitted.secret())
                .with("configuration", configuration(request));
    }

    @GetMapping("/staff/identity-clients/{id}/remove")
    @Open(door = Door.STAFF, right = "administer", audit = "identity-client.removal-asked")
    Rendered askToRemove(@PathVariable String id) {
        var client =
                clients.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Rendered.of("openapi/clients/identityRemove")
                .with("name", client.name())
                .with("action", PAGE + "/" + client.id() + "/remove");
    }

    @PostMapping("/staff/identity-clients/{id}/remove")
    @Open(door = Door.STAFF, right = "administer", audit = "identity-client.removed")
    String remove(@PathVariable String id) {
        clients.shutOut(id);
        return "redirect:" + PAGE;
    }

    private Rendered page(IdentityClientForm form, Map<String, Fault> faults) {
        var words = new LinkedHashMap<String, String>();
        faults.forEach(
                (field, fault) -> words.put(field, texts.localize(fault.key(), fault.about())));
        var errors = ErrorSummary.of(words);
        return Rendered.of(
                "openapi/clients/identity",
                new IdentityClientsPage(
                        clients.all().stream().map(this::line).toList(),
                        errors,
                        fields(form, errors)));
    }

    private List<FieldView> fields(IdentityClientForm form, ErrorSummary errors) {
        return List.of(
                field(FieldKind.TEXT, "name", "name", errors).value(form.name()),
                field(FieldKind.TEXT, "office", "office", errors).value(form.office()),
                field(FieldKind.TEXT, "purpose", "purpose", errors).value(form.purpose()),
                field(FieldKind.CHOICES, "scopes", "scopes", errors)
                        .options(
                                IdentityScopes.ALL.stream()
                                        .filter(one -> !one.equals(IdentityScopes.OPENID))
                                        .map(one -> new Option(one, scope(one)))
                                        .toList())
                        .values(
                                IdentityScopes.ALL.stream()
                                        .filter(form.scopes()::contains)
                                        .toList())
                        .optional(),
                field(FieldKind.LONGTEXT, "redirects", "redirects", errors).value(form.redirects()),
                field(FieldKind.LONGTEXT, "signOuts", "sign-outs", errors)
                        .value(form.signOuts())
                        .optional());
    }

    private FieldView field(FieldKind kind, String name, String key, ErrorSummary errors) {
        return FieldView.of(kind, name, texts.localize("identity-clients." + key))
                .hint(texts.localize("identity-clients." + key + ".hint"))
                .error(errors);
    }

    private IdentityClientsPage.Line line(IdentityClients.Client client) {
        return new IdentityClientsPage.Line(
                client.id(),
                client.name(),
                client.office(),
                IdentityScopes.ALL.stream()
                        .filter(client.scopes()::contains)
                        .map(this::scope)
                        .collect(Collectors.joining("、")),
                String.join(" ", client.redirects()));
    }

    private String scope(String scope) {
        return texts.localize("systems.scope." + scope);
    }

    private static String configuration(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/.well-known/openid-configuration")
                .build()
                .toUriString();
    }
}
