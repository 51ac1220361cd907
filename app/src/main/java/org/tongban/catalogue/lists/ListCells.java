package org.tongban.catalogue.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.CancelledProof;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Commitment;
import org.tongban.catalogue.ItemDefinition.Fund;
import org.tongban.catalogue.ItemDefinition.Investment;
import org.tongban.catalogue.ItemDefinition.Limit;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.Source;
import org.tongban.catalogue.ItemDefinition.Unit;
import org.tongban.catalogue.PublicList;
import org.tongban.directory.Agency;
import org.tongban.web.Texts;

/** The cells of a list, read from the fields of an item. Pure. */
final class ListCells {

    /** When one trip at most was promised. */
    record Promise(int batch, String on) {}

    /** What a cell may be read from. */
    private record Line(
            ItemDefinition item, Optional<Material> material, Optional<CancelledProof> proof) {}

    private final Optional<Agency> agency;
    private final Optional<Promise> promise;
    private final Texts texts;

    ListCells(Optional<Agency> agency, Optional<Promise> promise, Texts texts) {
        this.agency = agency;
        this.promise = promise;
        this.texts = texts;
    }

    /** The rows of an item on a list, each in the order of its columns. */
    List<List<String>> of(PublicList list, ItemDefinition item) {
        return lines(list, item).stream()
                .map(line -> list.columns().stream().map(column -> cell(column, line)).toList())
                .toList();
    }

    private static List<Line> lines(PublicList list, ItemDefinition item) {
        var lines = new ArrayList<Line>();
        switch (list) {
            case CANCELLED_PROOFS ->
                    item.cancelledProofs()
                            .forEach(
                                    proof ->
                                            lines.add(
                                                    new Line(
                                                            item,
                                                            Optional.empty(),
                                                            Optional.of(proof))));
            case COMMITMENT -> papers(item, lines, paper -> paper.commitment() != null);
            case INTERMEDIARIES ->
                    papers(item, lines, paper -> paper.source() == Source.THIRD_PARTY);
            case AT_MOST_ONE_TRIP,
                    NOT_ONLINE,
                    TOLERANT,
                    AT_ONCE,
                    ONLINE,
                    NEARBY,
                    ONCE,
                    POWERS,
                    DUTIES,
                    SERVICES,
                    HALL,
                    LIMITS,
                    INVESTMENT,
                    FUNDS ->
                    lines.add(new Line(item, Optional.empty(), Optional.empty()));
        }
        return lines;
    }

    private static void papers(
            ItemDefinition item, List<Line> lines, java.util.function.Predicate<Material> which) {
        item.materials().stream()
                .filter(which)
                .forEach(paper -> lines.add(new Line(item, Optional.of(paper), Optional.empty())));
    }

    private String cell(String column, Line line) {
        var item = line.item();
        return switch (column) {
            case "batch" ->
                    promise.map(one -> texts.localize("list.batch", one.batch())).orElse("");
            case "promisedOn" -> promise.map(Promise::on).orElse("");
            case "visits" ->
                    item.visits() == 0
                            ? texts.localize("item.visits.none")
                            : texts.count("item.visits", item.visits());
            case "visitReason" -> item.visitReason();
            case "depth" -> texts.localize("list.depth." + item.onlineDepth());
            case "term" ->
                    item.caseKind() == CaseKind.AT_ONCE
                            ? texts.localize("item.at-once")
                            : length(item.limits().promised());
            case "statutory" ->
                    item.limits().statutory().days() == 0
                            ? texts.localize("item.at-once")
                            : length(item.limits().statutory());
            case "cut" -> cut(item);
            case "fee" -> texts.localize(item.isFree() ? "item.free" : "item.fee");
            case "type" -> texts.localize("item-type." + item.type());
            case "code" -> item.catalogCode();
            case "level" -> texts.localize("level." + item.level());
            case "legalBasis" ->
                    item.legalBasis().stream()
                            .map(
                                    ground ->
                                            ground.law()
                                                    + Objects.requireNonNullElse(
                                                            ground.article(), ""))
                            .collect(Collectors.joining("；"));
            case "mainMaterials" -> names(item, paper -> paper.isRequired() && !paper.tolerated());
            case "mayFollow" -> names(item, Material::tolerated);
            case "followDays" ->
                    item.supplementDays() == null
                            ? length(item.limits().promised())
                            : texts.count("item.days.working", item.supplementDays());
            case "phone" -> agency.map(Agency::phone).orElse("");
            case "complaint" -> agency.map(Agency::complaintPhone).orElse("");
            case "address" -> agency.map(Agency::address).orElse("");
            case "fund" -> of(item.fund(), Fund::name);
            case "fundStandard" -> of(item.fund(), Fund::standard);
            case "fundBasis" -> of(item.fund(), Fund::basis);
            case "investmentScope" -> of(item.investment(), Investment::scope);
            case "investmentMeasure" -> of(item.investment(), Investment::measure);
            default -> ofPart(column, line);
        };
    }

    private String ofPart(String column, Line line) {
        var paper = line.material();
        var word = paper.flatMap(one -> Optional.ofNullable(one.commitment()));
        return switch (column) {
            case "material" -> paper.map(Material::name).orElse("");
            case "materialBasis" ->
                    paper.flatMap(one -> Optional.ofNullable(one.basis())).orElse("");
            case "fact" -> word.map(Commitment::fact).orElse("");
            case "consequence" -> word.map(Commitment::consequence).orElse("");
            case "checkDays" ->
                    word.flatMap(one -> Optional.ofNullable(one.checkDays()))
                            .map(days -> texts.count("item.days.working", days))
                            .orElse(texts.localize("list.check-days.usual"));
            case "proof" -> line.proof().map(CancelledProof::name).orElse("");
            case "replacement" -> line.proof().map(CancelledProof::replacement).orElse("");
            case "proofBasis" -> line.proof().map(CancelledProof::basis).orElse("");
            case "since" -> line.proof().map(CancelledProof::since).orElse("");
            default -> throw new IllegalArgumentException("no such column: " + column);
        };
    }

    private static <T> String of(@Nullable T part, Function<T, String> cell) {
        return Optional.ofNullable(part).map(cell).orElse("");
    }

    private static String names(ItemDefinition item, java.util.function.Predicate<Material> which) {
        return item.materials().stream()
                .filter(which)
                .map(Material::name)
                .collect(Collectors.joining("、"));
    }

    /** By how much of a hundred the promise is shorter; empty where the law sets no term. */
    private static String cut(ItemDefinition item) {
        var statutory = item.limits().statutory().workingDays();
        return statutory <= 0
                ? ""
                : Math.round(100 - 100 * item.limits().promised().workingDays() / statutory) + "%";
    }

    private String length(Limit limit) {
        return texts.count(
                limit.unit() == Unit.WORKING ? "item.days.working" : "item.days.calendar",
                limit.days());
    }
}
