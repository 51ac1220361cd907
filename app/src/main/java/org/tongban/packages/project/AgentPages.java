package org.tongban.packages.project;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.packages.course.PackageCase;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The agent of a project (帮办代办): named by the office that leads it, reached by whoever applied,
 * writes down what was done, and finds all projects of their own on one page.
 */
@Controller
class AgentPages {

    private static final String AGENT = ProjectPages.STAFF + "/{code}/agent";
    private static final Pattern TELEPHONE = Pattern.compile("[0-9][0-9-]{4,19}");

    private final ProjectPages pages;
    private final ProjectAgents agents;
    private final AgentView view;
    private final ProjectView map;
    private final TextBundles bundles;

    AgentPages(
            ProjectPages pages,
            ProjectAgents agents,
            AgentView view,
            ProjectView map,
            TextBundles bundles) {
        this.pages = pages;
        this.agents = agents;
        this.view = view;
        this.map = map;
        this.bundles = bundles;
    }

    @GetMapping(ProjectPages.STAFF)
    @Open(door = Door.STAFF, audit = "projects.own-listed")
    Rendered own(StaffPrincipal staff, HttpServletRequest request) {
        var texts = texts(request);
        return Rendered.of(
                "packages/ownProjects",
                new OwnProjectsPage(
                        agents.projectsOf(staff).stream()
                                .flatMap(
                                        code ->
                                                pages.applications(code).stream()
                                                        .map(sent -> row(code, sent, texts)))
                                .toList()));
    }

    private OwnProjectsPage.Row row(String code, List<PackageCase> sent, Texts texts) {
        var page = map.page(code, sent, true, texts);
        return new OwnProjectsPage.Row(
                code, ProjectPages.STAFF + "/" + code, page.name(), page.sentence(), page.next());
    }

    /** Names an agent, or another one. */
    @PostMapping(AGENT)
    @Open(door = Door.STAFF, audit = "project-agent.named")
    Object assign(
            @PathVariable String code,
            @RequestParam(name = AgentView.WHO, defaultValue = "") String who,
            @RequestParam(name = AgentView.PHONE, defaultValue = "") String typedPhone,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var applications = pages.reached(code, staff);
        if (!view.mayAssign(applications, staff)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = texts(request);
        var lead = view.lead(applications);
        var chosen = view.candidate(lead, who);
        var phone = typedPhone.strip().replace('－', '-');
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) {
            errors.put(AgentView.WHO, texts.localize("project.agent.who.missing"));
        }
        if (!TELEPHONE.matcher(phone).matches()) {
            errors.put(AgentView.PHONE, texts.localize("project.agent.phone.wrong"));
        }
        if (chosen.isEmpty() || !errors.isEmpty()) {
            return again(code, new AgentView.Typed(who, typedPhone, ""), errors, staff, texts);
        }
        agents.assign(code, chosen.get(), lead, phone, staff);
        return SeeOther.to(ProjectPages.STAFF + "/" + code);
    }

    /** Writes down what the agent did for the project. */
    @PostMapping(AGENT + "/help")
    @Open(door = Door.STAFF, audit = "project-help.recorded")
    Object help(
            @PathVariable String code,
            @RequestParam(name = AgentView.SAID, defaultValue = "") String said,
            StaffPrincipal staff,
            HttpServletRequest request) {
        pages.reached(code, staff);
        if (!agents.isAgent(code, staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        var texts = texts(request);
        var words = said.strip();
        if (words.isEmpty() || words.length() > AgentView.LONGEST) {
            return again(
                    code,
                    new AgentView.Typed("", "", said),
                    Map.of(
                            AgentView.SAID,
                            texts.localize("project.agent.said.wrong", AgentView.LONGEST)),
                    staff,
                    texts);
        }
        agents.helped(code, words, staff);
        return SeeOther.to(ProjectPages.STAFF + "/" + code);
    }

    private Rendered again(
            String code,
            AgentView.Typed typed,
            Map<String, String> errors,
            StaffPrincipal staff,
            Texts texts) {
        return pages.staffPage(code, staff, typed, ErrorSummary.of(errors), texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at(ProjectPages.STAFF + "/" + code);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
