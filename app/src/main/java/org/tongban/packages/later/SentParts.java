package org.tongban.packages.later;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.Packages;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.merge.Chosen;

/** Parts of an application with their items and needs, in the versions under which it was sent. */
@Component
public class SentParts {

    private final Packages packages;
    private final Catalogue catalogue;

    SentParts(Packages packages, Catalogue catalogue) {
        this.packages = packages;
        this.catalogue = catalogue;
    }

    /** The package as it was then; it is kept as long as there are applications. */
    public PackageDefinition pack(PackageCase whole) {
        return packages.version(whole.packageKey(), whole.packageVersion())
                .orElseThrow()
                .definition();
    }

    /** The item of a part; empty for what is only looked up. */
    public Optional<Chosen> item(PackageCase whole, PackageCase.Part part) {
        return part.itemVersion()
                .flatMap(
                        version ->
                                pack(whole)
                                        .member(part.key())
                                        .map(
                                                member ->
                                                        new Chosen(
                                                                member,
                                                                catalogue.version(
                                                                        part.key(), version),
                                                                member.needs().stream()
                                                                        .filter(
                                                                                need ->
                                                                                        part.needs()
                                                                                                .contains(
                                                                                                        need
                                                                                                                .on()))
                                                                        .toList())));
    }

    /** The items of some parts. */
    List<Chosen> items(PackageCase whole, List<PackageCase.Part> parts) {
        return parts.stream().flatMap(part -> item(whole, part).stream()).toList();
    }
}
