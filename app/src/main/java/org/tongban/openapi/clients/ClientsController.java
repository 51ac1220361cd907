package org.tongban.openapi.clients;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApiClients;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.directory.Directory;
import org.tongban.openapi.ApiClientsAdmin;
import org.tongban.openapi.clients.ClientsPage.Line;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Admits other systems and shuts them out. The screen of administrators is Chinese. */
@Controller
class ClientsController {

    private static final List<String> SCOPES =
            List.of(
                    "items.read",
                    "cases.read",
                    "cases.submit",
                    "facts.check",
                    "changes.read",
                    "staff.act");

    private final ApiClients clients;
    private final ApiClientsAdmin admin;
    private final Directory directory;
    private final Texts texts;

    ClientsController(
            ApiClients clients, ApiClientsAdmin admin, Directory directory, TextBundles bundles) {
        this.clients = clients;
        this.admin = admin;
        this.directory = directory;
        this.texts = bundles.in(Locale.SIMPLIFIED_CHINESE);
    }

    @GetMapping("/staff/clients")
    @Open(door = Door.STAFF, right = "administer", audit = "clients.listed")
    Rendered list() {
        return page("", Set.of(), "", ErrorSummary.none());
    }

    @PostMapping("/staff/clients")
    @Open(door = Door.STAFF, right = "administer", audit = "client.admitted")
    Rendered create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) Optional<Set<String>> scopes,
            @RequestParam(defaultValue = "") String login) {
        var chosen = scopes.orElse(Set.of());
        var staff = Optional.of(login.strip()).filter(text -> !text.isEmpty());
        return switch (admin.create(name, chosen, staff)) {
            case ApiClientsAdmin.Created created ->
                    Rendered.of("openapi/clients/created")
                            .with("name", name.strip())
                            .with("id", created.clientId())
                            .with("secret", created.secret());
            case ApiClientsAdmin.Refused refused ->
                    page(name, chosen, login, summary(refused))
                            .status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/staff/clients/{id}/remove")
    @Open(door = Door.STAFF, right = "administer", audit = "client.removal-asked")
    Rendered askToRemove(@PathVariable String id) {
        var client =
                clients.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Rendered.of("openapi/clients/remove")
                .with("name", client.name())
                .with("action", "/staff/clients/" + client.clientId() + "/remove");
    }

    @PostMapping("/staff/clients/{id}/remove")
    @Open(door = Door.STAFF, right = "administer", audit = "client.removed")
    String remove(@PathVariable String id) {
        clients.shutOut(id);
        return "redirect:/staff/clients";
    }

    private Rendered page(String name, Set<String> chosen, String login, ErrorSummary errors) {
        var lines = clients.all().stream().map(this::line).toList();
        return Rendered.of(
                "openapi/clients/list",
                new ClientsPage(lines, errors, fields(name, chosen, login, errors)));
    }

    private List<FieldView> fields(
            String name, Set<String> chosen, String login, ErrorSummary errors) {
        return List.of(
                FieldView.text("name", texts.localize("openapi.clients.name"))
                        .hint(texts.localize("openapi.clients.name.hint"))
                        .value(name)
                        .error(errors.at("name")),
                FieldView.of(FieldKind.CHOICES, "scopes", texts.localize("openapi.clients.scopes"))
                        .hint(texts.localize("openapi.clients.scopes.hint"))
                        .options(SCOPES.stream().map(s -> new Option(s, scope(s))).toList())
                        .values(SCOPES.stream().filter(chosen::contains).toList())
                        .error(errors.at("scopes")),
                FieldView.text("login", texts.localize("openapi.clients.login"))
                        .hint(texts.localize("openapi.clients.login.hint"))
                        .value(login)
                        .error(errors.at("login"))
                        .optional());
    }

    private ErrorSummary summary(ApiClientsAdmin.Refused refused) {
        var field =
                switch (refused) {
                    case NAME_MISSING, NAME_TOO_LONG -> "name";
                    case SCOPES_MISSING -> "scopes";
                    case LOGIN_UNKNOWN, LOGIN_MISSING -> "login";
                };
        var key = refused.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ErrorSummary.of(Map.of(field, texts.localize("openapi.clients.fault." + key)));
    }

    private Line line(ApiClients.Client client) {
        return new Line(
                client.clientId(),
                client.name(),
                SCOPES.stream()
                        .filter(client.scopes()::contains)
                        .map(this::scope)
                        .collect(Collectors.joining("、")),
                staff(client.staffId()));
    }

    private String staff(@Nullable UUID staffId) {
        return Optional.ofNullable(staffId)
                .flatMap(directory.current()::staff)
                .map(member -> member.name() + " " + member.login())
                .orElse("");
    }

    private String scope(String scope) {
        return texts.localize("openapi.clients.scope." + scope);
    }
}
