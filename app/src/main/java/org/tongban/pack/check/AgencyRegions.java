package org.tongban.pack.check;

/**
 * An agency that decides elsewhere than in the place's own region decides in a region of the pack.
 */
final class AgencyRegions implements PackRule {

    @Override
    public void check(Pack pack) {
        var sheet = pack.sheet("agencies.yaml");
        FaultSheet.each(
                pack.file("agencies.yaml").list(),
                "",
                (agency, path) ->
                        sheet.reference(
                                agency,
                                path,
                                "region",
                                pack.known().regions(),
                                "regions.csv 里的区划"));
    }
}
