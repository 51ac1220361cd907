package org.tongban.pack.check;

import java.util.List;
import org.tongban.pack.text.Node;

/** The place is one of the regions; totals that its source states are compared with the rows. */
final class PlaceRules implements PackRule {

    private static final List<String> FIGURES = List.of("windows", "front", "back");

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet("place.yaml");
        var place = pack.file("place.yaml");
        sheet.reference(place, "", "region", pack.known().regions(), "regions.csv 里的区划");
        place.at("statedTotals")
                .ifPresent(
                        stated ->
                                FIGURES.stream()
                                        .filter(figure -> stated.at(figure).isPresent())
                                        .forEach(
                                                figure ->
                                                        total(
                                                                stated,
                                                                figure,
                                                                sum(pack, figure),
                                                                sheet)));
    }

    private static int sum(Pack pack, String figure) {
        return pack.file("agencies.yaml").list().stream().mapToInt(a -> a.whole(figure)).sum();
    }

    /** Said also when they agree: who checks a source wants to see that they were compared. */
    private static void total(Node stated, String figure, int sum, FaultSheet sheet) {
        var said = stated.whole(figure);
        sheet.finding(
                stated,
                "statedTotals",
                figure,
                said == sum ? "合计相符：" + said + " = " + sum : "合计不符：写的是 " + said + "，各行相加是 " + sum);
    }
}
