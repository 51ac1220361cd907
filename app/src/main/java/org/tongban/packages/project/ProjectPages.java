package org.tongban.packages.project;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.OwnReach;
import org.tongban.codes.InvestmentProjectCode;
import org.tongban.codes.Parsed;
import org.tongban.law.LegalBasis;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * All approvals of one investment project, found by its code: for whoever applied, and for offices
 * that have a part of it.
 */
@Controller
@LegalBasis("codes/gbt40058/1")
class ProjectPages {

    /** Where offices find a project; alone: the reader's own ones. */
    static final String STAFF = "/staff/packages/projects";

    private final PackageCases store;
    private final ProjectView view;
    private final AgentView agent;
    private final ProjectAgents agents;
    private final OwnReach reach;
    private final TextBundles bundles;

    ProjectPages(
            PackageCases store,
            ProjectView view,
            AgentView agent,
            ProjectAgents agents,
            OwnReach reach,
            TextBundles bundles) {
        this.agent = agent;
        this.agents = agents;
        this.reach = reach;
        this.store = store;
        this.view = view;
        this.bundles = bundles;
    }

    @GetMapping("/my/projects/{code}")
    @Open(door = Door.APPLICANT, audit = "project.shown")
    Rendered mine(
            @PathVariable String code, HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = texts(request);
        var own =
                found(
                        code,
                        one ->
                                one.accountId().equals(caller.accountId())
                                        && reach.isStillTheirs(caller, one.caseIds()));
        return Rendered.of("packages/project", view.page(code, own, false, texts))
                .with("back", new Link(texts.localize("progress.back.my"), "/my"))
                .with("agent", agent.forApplicant(code, texts));
    }

    @GetMapping(STAFF + "/{code}")
    @Open(door = Door.STAFF, audit = "project.read")
    Rendered forStaff(@PathVariable String code, StaffPrincipal staff, HttpServletRequest request) {
        return staffPage(code, staff, AgentView.Typed.NOTHING, ErrorSummary.none(), texts(request));
    }

    /** The page of offices, also where something typed on it was wrong. */
    Rendered staffPage(
            String code,
            StaffPrincipal staff,
            AgentView.Typed typed,
            ErrorSummary errors,
            Texts texts) {
        var reached = reached(code, staff);
        return Rendered.of("packages/staffProject", view.page(code, reached, true, texts))
                .with("back", new Link(texts.localize("packages.back.overview"), "/staff/packages"))
                .with("agent", agent.forStaff(code, reached, staff, typed, errors, texts));
    }

    /** What was sent for the project, for who has a part of it or is its agent. */
    List<PackageCase> reached(String code, StaffPrincipal staff) {
        if (Stream.of("accept", "review", "decide", "supervise").noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var isAgent = agents.isAgent(code, staff);
        return found(
                code,
                one ->
                        isAgent
                                || one.parts().stream()
                                        .map(PackageCase.Part::agency)
                                        .anyMatch(staff::reaches));
    }

    /** What was sent for a project, whoever asks; empty where there is nothing. */
    Optional<List<PackageCase>> applications(String code) {
        return Optional.of(store.ofProject(code)).filter(sent -> !sent.isEmpty());
    }

    private List<PackageCase> found(String code, Predicate<PackageCase> reachable) {
        if (!(InvestmentProjectCode.read(code)
                instanceof Parsed.Valid<InvestmentProjectCode>(var read))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var found = store.ofProject(read.value()).stream().filter(reachable).toList();
        if (found.isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return found;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
