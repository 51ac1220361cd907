package org.tongban.packages.browse;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.ItemDefinition.Unit;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.packages.apply.PackageOffers;
import org.tongban.packages.graph.Needs;
import org.tongban.packages.merge.Chosen;
import org.tongban.web.Fact;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** 一次告知: which packages there are, and of one what it takes in one's own situation. */
@Controller
class ShowPackages {

    private static final String KIND = "as";

    private final Packages packages;
    private final PackageOffers offers;
    private final Directory directory;
    private final TextBundles bundles;

    ShowPackages(
            Packages packages, PackageOffers offers, Directory directory, TextBundles bundles) {
        this.packages = packages;
        this.offers = offers;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping("/packages")
    @Open(door = Door.PUBLIC, audit = "packages.listed")
    Rendered list(HttpServletRequest request) {
        var texts = texts(request);
        return Rendered.of(
                "packages/list",
                new PackagesPage(
                        packages.all().stream()
                                .map(
                                        pack ->
                                                new PackagesPage.Card(
                                                        pack.definition().name(),
                                                        pack.definition().summary(),
                                                        texts.localize(
                                                                "packages.card",
                                                                pack.definition().items().size(),
                                                                pack.definition().limitDays()),
                                                        "/packages/" + pack.key()))
                                .toList()));
    }

    /**
     * The guide of a package. With the answers to its questions it is the reader's own: a link that
     * can be sent to somebody else, and nothing that is kept.
     */
    @GetMapping("/packages/{key}")
    @Open(door = Door.PUBLIC, audit = "package.read")
    Rendered show(@PathVariable String key, HttpServletRequest request) {
        var pack =
                packages.current(key)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var texts = texts(request);
        var definition = pack.definition();
        var questions = offers.questions(definition);
        var situation = situation(questions, request);
        var kind = kind(definition, request);
        var answered = situation.size() == questions.size() && !kind.isEmpty();
        var chosen =
                answered
                        ? offers.chosen(definition, Map.of("kind", kind), situation).stream()
                                .filter(one -> admits(one, kind))
                                .toList()
                        : offers.widest(definition);
        return Rendered.of(
                "packages/package",
                page(pack, questions, situation, kind, answered, chosen, texts));
    }

    private PackagePage page(
            PublishedPackage pack,
            List<Question> questions,
            Map<String, String> situation,
            String kind,
            boolean answered,
            List<Chosen> chosen,
            Texts texts) {
        var definition = pack.definition();
        var merged = offers.merged(pack, chosen).definition();
        var names = names(definition, chosen);
        var applies = Applicability.of(merged, situation, Map.of(), Map.of("kind", kind));
        var materials = answered ? applies.materials() : merged.materials();
        return new PackagePage(
                definition.name(),
                definition.summary(),
                agency(definition.lead()),
                facts(definition, chosen, texts),
                fields(definition, questions, situation, kind, texts),
                "/packages/" + pack.key(),
                answered,
                stages(definition, chosen, names, texts),
                materials.stream().map(material -> need(material, texts)).toList(),
                saved(merged, chosen, texts),
                chosen.isEmpty() ? "" : apply(pack.key(), situation),
                texts.localize(
                        switch (definition.handOut()) {
                            case AS_READY -> "packages.hand-out.as-ready";
                            case TOGETHER -> "packages.hand-out.together";
                        }),
                definition.source() == null ? "" : definition.source(),
                definition.merged() == null ? "" : "/packages/" + pack.key() + "/merged");
    }

    private List<FieldView> fields(
            PackageDefinition pack,
            List<Question> questions,
            Map<String, String> situation,
            String kind,
            Texts texts) {
        var fields = new ArrayList<FieldView>();
        if (pack.audience().size() > 1) {
            fields.add(
                    FieldView.of(FieldKind.CHOICE, KIND, texts.localize("packages.who"))
                            .options(
                                    List.of(
                                            new Option(
                                                    "person",
                                                    texts.localize("packages.who.person")),
                                            new Option(
                                                    "firm", texts.localize("packages.who.firm"))))
                            .value(kind));
        }
        for (var question : questions) {
            fields.add(
                    FieldView.of(FieldKind.CHOICE, "q." + question.key(), question.text())
                            .id("q-" + question.key())
                            .options(
                                    question.choices().stream()
                                            .map(c -> new Option(c.value(), c.label()))
                                            .toList())
                            .value(situation.getOrDefault(question.key(), "")));
        }
        return fields;
    }

    private static Map<String, String> names(PackageDefinition pack, List<Chosen> chosen) {
        var names = new LinkedHashMap<String, String>();
        pack.queries().forEach(query -> names.put(query.key(), query.name()));
        chosen.forEach(one -> names.put(one.key(), one.definition().name()));
        return names;
    }

    /** What can run side by side stands on one step. */
    private List<PackagePage.Stage> stages(
            PackageDefinition pack, List<Chosen> chosen, Map<String, String> names, Texts texts) {
        var needs = new LinkedHashMap<String, List<String>>();
        var wanted = chosen.stream().flatMap(one -> one.needs().stream()).map(Need::on).toList();
        pack.queries().stream()
                .filter(query -> wanted.contains(query.key()))
                .forEach(query -> needs.put(query.key(), List.of()));
        chosen.forEach(one -> needs.put(one.key(), one.needs().stream().map(Need::on).toList()));
        var stages = new TreeMap<Integer, List<PackagePage.Part>>();
        pack.queries().stream()
                .filter(query -> needs.containsKey(query.key()))
                .forEach(
                        query ->
                                stages.computeIfAbsent(1, _ -> new ArrayList<>())
                                        .add(
                                                new PackagePage.Part(
                                                        query.name(),
                                                        "",
                                                        Tag.got(texts.localize("packages.look-up")),
                                                        texts.localize(
                                                                "packages.look-up.what",
                                                                agency(query.agency())))));
        for (var one : chosen) {
            stages.computeIfAbsent(Needs.step(one.key(), needs), _ -> new ArrayList<>())
                    .add(part(one, names, texts));
        }
        return stages.values().stream()
                .map(
                        parts ->
                                new PackagePage.Stage(
                                        texts.localize(
                                                parts.size() > 1
                                                        ? "packages.stage.together"
                                                        : "packages.stage.alone"),
                                        parts))
                .toList();
    }

    private PackagePage.Part part(Chosen one, Map<String, String> names, Texts texts) {
        var item = one.definition();
        var said = new ArrayList<String>();
        said.add(agency(item.agency()));
        var promised = item.limits().promised();
        said.add(
                promised.days() == 0
                        ? texts.localize("item.at-once")
                        : texts.count(
                                promised.unit() == Unit.WORKING
                                        ? "item.days.working"
                                        : "item.days.calendar",
                                promised.days()));
        if (item.result().kind() != ItemDefinition.ResultKind.NONE) {
            said.add(texts.localize("packages.result", item.result().name()));
        }
        if (!one.needs().isEmpty()) {
            said.add(
                    texts.localize(
                            "packages.after",
                            one.needs().stream()
                                    .map(need -> names.getOrDefault(need.on(), need.on()))
                                    .collect(Collectors.joining("、"))));
        }
        return new PackagePage.Part(
                item.name(),
                "/items/" + item.key(),
                Tag.plain(
                        texts.localize(
                                one.member().optional()
                                        ? "packages.optional"
                                        : "packages.included")),
                String.join(" · ", said));
    }

    private static PackagePage.Need need(Material material, Texts texts) {
        var fetched = material.fetch() != null;
        return new PackagePage.Need(
                material.name(),
                fetched
                        ? Tag.got(texts.localize("packages.fetched"))
                        : material.isRequired()
                                ? Tag.you(texts.localize("apply.materials.required"))
                                : Tag.plain(texts.localize("apply.materials.optional")),
                material.hint() == null ? "" : material.hint());
    }

    private List<Fact> facts(PackageDefinition pack, List<Chosen> chosen, Texts texts) {
        var fee =
                chosen.stream()
                        .flatMap(one -> one.definition().fee().stream())
                        .map(one -> new BigDecimal(one.amount()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var agencies = chosen.stream().map(one -> one.definition().agency()).distinct().count();
        return List.of(
                new Fact(
                        texts.localize("packages.fact.term"),
                        texts.count("item.days.working", pack.limitDays()),
                        texts.localize("packages.fact.term.note")),
                new Fact(
                        texts.localize("packages.fact.visits"),
                        texts.localize("packages.fact.times", pack.visits()),
                        ""),
                new Fact(
                        texts.localize("packages.fact.fee"),
                        fee.signum() == 0
                                ? texts.localize("item.free")
                                : texts.localize("packages.fact.yuan", fee.toPlainString()),
                        ""),
                new Fact(
                        texts.localize("packages.fact.items"),
                        texts.localize("packages.fact.items.count", chosen.size()),
                        texts.localize("packages.fact.items.agencies", agencies)));
    }

    /** What it spares in this situation, before any answer of the form. */
    private static String saved(ItemDefinition merged, List<Chosen> chosen, Texts texts) {
        var fieldsApart =
                chosen.stream()
                        .mapToInt(
                                one ->
                                        one.definition().fields().size()
                                                + one.definition().questions().size())
                        .sum();
        var materialsApart =
                chosen.stream().mapToInt(one -> one.definition().materials().size()).sum();
        var fields = merged.fields().size() + merged.questions().size();
        return chosen.size() < 2
                ? ""
                : texts.localize(
                        "packages.saved",
                        fieldsApart,
                        materialsApart,
                        fields,
                        merged.materials().size());
    }

    private static String apply(String key, Map<String, String> situation) {
        var address = UriComponentsBuilder.fromPath("/apply/{key}");
        situation.forEach((question, answer) -> address.queryParam("q." + question, answer));
        return address.buildAndExpand(key).encode().toUriString();
    }

    private static Map<String, String> situation(
            List<Question> questions, HttpServletRequest request) {
        var answers = new LinkedHashMap<String, String>();
        for (var question : questions) {
            var answer = request.getParameter("q." + question.key());
            if (answer != null
                    && question.choices().stream().anyMatch(c -> c.value().equals(answer))) {
                answers.put(question.key(), answer);
            }
        }
        return answers;
    }

    private static String kind(PackageDefinition pack, HttpServletRequest request) {
        if (pack.audience().size() == 1) {
            return pack.audience().getFirst() == Audience.FIRM ? "firm" : "person";
        }
        var sent = request.getParameter(KIND);
        return "firm".equals(sent) || "person".equals(sent) ? sent : "";
    }

    private static boolean admits(Chosen one, String kind) {
        return one.definition()
                .audience()
                .contains(kind.equals("firm") ? Audience.FIRM : Audience.PERSON);
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::name).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
