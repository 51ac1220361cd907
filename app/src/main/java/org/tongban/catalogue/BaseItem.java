package org.tongban.catalogue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongban.catalogue.ItemDefinition.LegalGround;
import org.tongban.codes.ItemType;

/**
 * One entry of the base catalogue (基本目录): what an item is, the same for every level and every
 * office. Entries of the implementation list inherit its name, type and legal basis.
 *
 * @param code 基本编码, 12 characters
 * @param type 事项类型 of GB/T 39046 A.1
 * @param levels 行使层级 of GB/T 39046 A.2 on which it may be carried out
 * @param particulars the columns of a family that nobody applies for, such as what a penalty
 *     punishes; see {@link #columns}
 */
public record BaseItem(
        String code,
        String name,
        String type,
        List<Integer> levels,
        List<LegalGround> legalBasis,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> particulars) {

    /** Types whose items must be handled in the hall: the 4 of 4+X, other powers and services. */
    private static final Set<String> IN_THE_HALL = Set.of("01", "04", "05", "07", "10", "20");

    public BaseItem {
        levels = List.copyOf(levels);
        legalBasis = List.copyOf(legalBasis);
        // In one order, so that equal entries have equal texts.
        particulars = java.util.Collections.unmodifiableMap(new TreeMap<>(particulars));
    }

    /** Whether an applicant starts it (依申请), so that entries have forms and materials. */
    public boolean isAppliedFor() {
        return isAppliedFor(type);
    }

    /** Whether items of the type are started by an applicant; local extensions are. */
    public static boolean isAppliedFor(String type) {
        return ItemType.ofCode(type).map(ItemType::onApplication).orElse(true);
    }

    /** Whether items of the type belong into the hall (4+X and public services). */
    public static boolean belongsInTheHall(String type) {
        return IN_THE_HALL.contains(type);
    }

    /** The columns of a family that nobody applies for; none for the others. */
    public static List<String> columns(String type) {
        return switch (type) {
            case "02" -> List.of("conduct", "kinds", "range");
            case "03" -> List.of("measures", "conditions");
            case "04" -> List.of("payers", "standard", "collection");
            case "06" -> List.of("object", "content", "frequency");
            default -> List.of();
        };
    }
}
