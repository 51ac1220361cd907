package org.tongban.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongban.catalogue.ItemDefinition.CaseKind;

/**
 * The lists that are published (A5). Nobody writes them: an item is on a list because its fields
 * say so, and the columns are its fields.
 */
public enum PublicList {
    /** 最多跑一次, promised in batches (SZ17). */
    AT_MOST_ONE_TRIP(
            item -> item.batched() && item.visits() <= 1, "batch", "promisedOn", "visits", "term"),
    /** 网上审批负面清单: what cannot be done online from end to end, and why (SZ19). */
    NOT_ONLINE(item -> !item.onlineDepth().equals("full"), "depth", "visits", "visitReason"),
    /** 容缺受理清单 (QH6). */
    TOLERANT(Listed::mayFollow, "mainMaterials", "mayFollow", "followDays"),
    /** 取消的证明: one row a proof, with what takes its place (SZ11). */
    CANCELLED_PROOFS(Listed::proofsCancelled, "proof", "replacement", "proofBasis", "since"),
    /** 告知承诺清单: one row a material for which the applicant's word stands in. */
    COMMITMENT(Listed::vouched, "material", "fact", "consequence", "checkDays"),
    /** 马上办. */
    AT_ONCE(item -> item.caseKind() == CaseKind.AT_ONCE, "visits", "phone"),
    /** 网上办. */
    ONLINE(item -> item.onlineDepth().equals("full"), "term", "visits", "phone"),
    /** 就近办: in the town or the village. */
    NEARBY(item -> item.level() == 5 || item.level() == 6, "level", "term", "address", "phone"),
    /** 一次办: one trip at most, promised in a batch or not. */
    ONCE(item -> item.visits() <= 1, "visits", "term", "phone"),
    /** 权力清单 (SD四(一)). */
    POWERS(item -> !isService(item), "type", "code", "legalBasis", "level"),
    /** 责任清单 (SD四(一)): who answers for what until when. */
    DUTIES(item -> !isService(item), "statutory", "term", "phone", "complaint"),
    /** 公共服务事项清单 (SD四(一)). */
    SERVICES(PublicList::isService, "term", "fee", "phone"),
    /** 中介服务清单 (SD四(一)): one row a material that a third party makes. */
    INTERMEDIARIES(Listed::fromOthers, "material", "materialBasis"),
    /** 企业投资负面清单 (SD四(一)): what is not on it, firms may invest in without being asked. */
    INVESTMENT(
            Listed::holdsInvestment, "investmentScope", "investmentMeasure", "legalBasis", "term"),
    /** 财政专项资金管理清单 (SD四(一)). */
    FUNDS(Listed::paysFromFund, "fund", "fundStandard", "fundBasis", "phone"),
    /** 4+X: what belongs into the hall (SD一(二), YS二(二)). */
    HALL(item -> BaseItem.belongsInTheHall(item.type()), "type", "address", "phone"),
    /** How far the promised terms are cut against the statutory ones (A7). */
    LIMITS(_ -> true, "statutory", "term", "cut");

    @SuppressWarnings("ImmutableEnumChecker") // Without state.
    private final Predicate<Listed> rule;

    @SuppressWarnings("ImmutableEnumChecker") // Made with List.of.
    private final List<String> columns;

    PublicList(Predicate<Listed> rule, String... columns) {
        this.rule = rule;
        this.columns = List.of(columns);
    }

    private static boolean isService(Listed item) {
        return item.type().compareTo("20") >= 0;
    }

    /** In addresses, in the index and in keys of words. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The list of that key. */
    public static Optional<PublicList> of(String key) {
        return Arrays.stream(values()).filter(list -> list.key().equals(key)).findFirst();
    }

    /** Whether an item that is in use belongs to it. */
    public boolean holds(Listed item) {
        return rule.test(item);
    }

    /** Keys of its columns behind name and office. */
    public List<String> columns() {
        return columns;
    }
}
