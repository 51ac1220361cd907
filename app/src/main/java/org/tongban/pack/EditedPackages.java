package org.tongban.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.pack.check.PackRules;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackShapes;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.PackTrees;
import org.tongban.packages.PackageCheck;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageJson;
import org.tongban.packages.PackageTexts;

/** Packages that are edited by hand, held to the same rules as those of a pack. */
@Component
class EditedPackages implements PackageTexts {

    private static final String FILE = PackText.PACKAGES + "edited.yaml";

    private final Catalogue catalogue;
    private final Directory directory;
    private final CertificateTypes certificates;

    EditedPackages(Catalogue catalogue, Directory directory, CertificateTypes certificates) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.certificates = certificates;
    }

    @Override
    public String written(PackageDefinition definition) {
        return PackExport.text(PackShapes.PACKAGE, PackageJson.tree(definition));
    }

    @Override
    public Read read(String text) {
        var faults = new ArrayList<PackFault>();
        var node = PackText.one(FILE, text, faults);
        if (faults.isEmpty()) {
            PackShapes.PACKAGE.check(
                    node,
                    "",
                    (line, path, message, allowed) ->
                            faults.add(
                                    new PackFault(
                                            FILE,
                                            line,
                                            path,
                                            message,
                                            allowed,
                                            PackFault.Severity.ERROR)));
        }
        // What does not have its shape is no package.
        if (!faults.isEmpty()) return new Read(Optional.empty(), said(faults));
        faults.addAll(PackRules.checkPackage(FILE, node, known()));
        return new Read(Optional.of(PackTrees.ofPackage(node)), said(faults));
    }

    private static List<Fault> said(List<PackFault> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(PackFault::line).thenComparing(PackFault::keyPath))
                .map(
                        fault ->
                                new Fault(
                                        fault.line(),
                                        fault.keyPath(),
                                        fault.message()
                                                + (fault.allowed().isEmpty()
                                                        ? ""
                                                        : "（可以是：" + fault.allowed() + "）")))
                .distinct()
                .toList();
    }

    private PackageCheck.Known known() {
        Function<String, Optional<ItemDefinition>> items =
                key -> catalogue.current(key).map(PublishedItem::definition);
        return new PackageCheck.Known(
                items,
                directory.current().agencies().stream()
                        .map(Agency::key)
                        .collect(Collectors.toSet()),
                faces());
    }

    private Map<String, Set<String>> faces() {
        return certificates.all().stream()
                .collect(
                        Collectors.toMap(
                                PackContent.CertificateType::key,
                                type ->
                                        type.fields().stream()
                                                .map(field -> field.key())
                                                .collect(Collectors.toSet()),
                                (first, _) -> first));
    }
}
