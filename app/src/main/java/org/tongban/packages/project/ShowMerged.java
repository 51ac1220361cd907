package org.tongban.packages.project;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Merged;
import org.tongban.packages.PackageDefinition.MergedApproval;
import org.tongban.packages.Packages;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The list of approvals of building projects that were several once: what belongs where. */
@Controller
class ShowMerged {

    private final Packages packages;
    private final Directory directory;
    private final TextBundles bundles;

    ShowMerged(Packages packages, Directory directory, TextBundles bundles) {
        this.packages = packages;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/packages/{key}/merged")
    @Open(door = Door.PUBLIC, audit = "package.merged-approvals-read")
    Rendered show(@PathVariable String key, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        return packages.current(key)
                .flatMap(
                        pack ->
                                Optional.ofNullable(pack.definition().merged())
                                        .map(merged -> page(pack.definition(), merged, texts)))
                .map(page -> Rendered.of("packages/merged", page))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private MergedPage page(PackageDefinition pack, Merged merged, Texts texts) {
        var single = merged.list().stream().mapToInt(one -> one.of().size()).sum();
        return new MergedPage(
                texts.localize("project.merged.title"),
                new Link(pack.name(), "/packages/" + pack.key()),
                texts.localize("project.merged.lead", single, merged.list().size()),
                texts.localize("project.merged.announced", merged.announced(), merged.source()),
                merged.note(),
                pack.stages().stream()
                        .map(
                                stage ->
                                        new MergedPage.Stage(
                                                stage.name(),
                                                texts.localize(
                                                        "project.stage.lead", agency(stage.lead())),
                                                merged.list().stream()
                                                        .filter(
                                                                one ->
                                                                        one.stage()
                                                                                .equals(
                                                                                        stage
                                                                                                .key()))
                                                        .map(one -> approval(one, texts))
                                                        .toList()))
                        .toList());
    }

    private MergedPage.Approval approval(MergedApproval one, Texts texts) {
        return new MergedPage.Approval(
                one.name(),
                agency(one.agency()),
                one.verified()
                        ? Tag.got(texts.localize("project.merged.verified"))
                        : Tag.soon(texts.localize("project.merged.unverified")),
                one.item() == null
                        ? new Link(texts.localize("project.merged.elsewhere"), "")
                        : new Link(texts.localize("project.merged.here"), "/items/" + one.item()),
                texts.localize("project.merged.of", one.of().size()),
                one.of());
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::name).orElse(key);
    }
}
