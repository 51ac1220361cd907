package org.tongban.packages.project;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.PlaceSettings;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.StaffMember;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.later.SentParts;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** Puts the agent of a project into words, and who may name one. */
@Component
class AgentView {

    static final String WHO = "agent";
    static final String PHONE = "phone";
    static final String SAID = "said";

    /** Of what was done, and of a telephone number. */
    static final int LONGEST = 300;

    static final int LONGEST_PHONE = 20;

    private final ProjectAgents agents;
    private final SentParts sent;
    private final Directory directory;
    private final PlaceSettings.Source place;

    AgentView(
            ProjectAgents agents, SentParts sent, Directory directory, PlaceSettings.Source place) {
        this.agents = agents;
        this.sent = sent;
        this.directory = directory;
        this.place = place;
    }

    /** What was typed into one of the two forms. */
    record Typed(String agent, String phone, String said) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** The office that answers for the whole project. */
    String lead(List<PackageCase> applications) {
        return sent.pack(applications.getLast()).lead();
    }

    /** The head of the leading office, and whoever oversees all, name the agent. */
    boolean mayAssign(List<PackageCase> applications, StaffPrincipal staff) {
        return (staff.has("decide") || staff.has("supervise")) && staff.reaches(lead(applications));
    }

    /** Who can be the agent: everybody with a post in the leading office. */
    List<StaffMember> candidates(String lead) {
        var now = directory.current();
        return now.postsOf(lead).stream()
                .flatMap(post -> now.holdersOf(post.key()).stream())
                .distinct()
                .sorted(Comparator.comparing(StaffMember::staffNo))
                .toList();
    }

    /** One of them. */
    Optional<StaffMember> candidate(String lead, String id) {
        return candidates(lead).stream().filter(one -> one.id().toString().equals(id)).findFirst();
    }

    /** For whoever applied. */
    AgentPart forApplicant(String code, Texts texts) {
        var all = agents.of(code);
        return new AgentPart(
                who(all, texts),
                List.of(),
                help(code, texts),
                List.of(),
                List.of(),
                "",
                ErrorSummary.none());
    }

    /** For offices. */
    AgentPart forStaff(
            String code,
            List<PackageCase> applications,
            StaffPrincipal staff,
            Typed typed,
            ErrorSummary errors,
            Texts texts) {
        var all = agents.of(code);
        return new AgentPart(
                who(all, texts),
                all.stream()
                        .flatMap(one -> one.until().stream().map(end -> earlier(one, end, texts)))
                        .toList(),
                help(code, texts),
                mayAssign(applications, staff)
                        ? choose(lead(applications), all, typed, errors, texts)
                        : List.of(),
                isPresent(all, staff.staffId()) ? say(typed, errors, texts) : List.of(),
                ProjectPages.STAFF + "/" + code + "/agent",
                errors);
    }

    private static boolean isPresent(List<ProjectAgents.Agent> all, UUID staffId) {
        return all.stream().anyMatch(one -> one.until().isEmpty() && one.staffId().equals(staffId));
    }

    private String who(List<ProjectAgents.Agent> all, Texts texts) {
        return all.stream()
                .filter(one -> one.until().isEmpty())
                .findFirst()
                .map(
                        one ->
                                texts.localize(
                                        "project.agent.is",
                                        one.name(),
                                        agency(one.agency()),
                                        one.phone(),
                                        day(one.since(), texts)))
                .orElse(texts.localize("project.agent.none"));
    }

    private String earlier(ProjectAgents.Agent one, Instant end, Texts texts) {
        return texts.localize(
                "project.agent.was", one.name(), day(one.since(), texts), day(end, texts));
    }

    private List<String> help(String code, Texts texts) {
        return agents.helpFor(code).stream()
                .map(
                        one ->
                                texts.localize(
                                        "project.agent.helped",
                                        day(one.at(), texts),
                                        one.by(),
                                        one.said()))
                .toList();
    }

    private List<FieldView> choose(
            String lead,
            List<ProjectAgents.Agent> all,
            Typed typed,
            ErrorSummary errors,
            Texts texts) {
        var phone =
                typed.phone().isEmpty() && errors.isEmpty()
                        ? directory.current().agency(lead).map(Agency::phone).orElse("")
                        : typed.phone();
        return List.of(
                FieldView.of(
                                FieldKind.CHOICE,
                                WHO,
                                texts.localize(
                                        all.isEmpty()
                                                ? "project.agent.who"
                                                : "project.agent.who.other"))
                        .options(
                                candidates(lead).stream()
                                        .map(one -> new Option(one.id().toString(), one.name()))
                                        .toList())
                        .value(typed.agent())
                        .error(errors),
                FieldView.text(PHONE, texts.localize("project.agent.phone"))
                        .hint(texts.localize("project.agent.phone.hint"))
                        .maxLength(LONGEST_PHONE)
                        .value(phone)
                        .error(errors));
    }

    private static List<FieldView> say(Typed typed, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.LONGTEXT, SAID, texts.localize("project.agent.said"))
                        .hint(texts.localize("project.agent.said.hint"))
                        .maxLength(LONGEST)
                        .value(typed.said())
                        .error(errors));
    }

    private String day(Instant at, Texts texts) {
        return new Dates(texts.locale()).day(at.atZone(place.current().zone()).toLocalDate());
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::name).orElse(key);
    }
}
