package org.tongban.packages.browse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.TogetherWith;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.web.Link;

/** Leads from an item to the packages it belongs to. */
@Component
class PackagesOfItems implements TogetherWith {

    /** A package that was published elsewhere is shown after this. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private static final int MOST = 3;

    private final Packages packages;
    private final Clock clock;
    private volatile Kept kept = new Kept(Instant.EPOCH, List.of());

    PackagesOfItems(Packages packages, Clock clock) {
        this.packages = packages;
        this.clock = clock;
    }

    private record Kept(Instant until, List<PublishedPackage> all) {}

    @Override
    public List<Link> of(List<String> itemKeys) {
        var found = new LinkedHashMap<String, Link>();
        for (var item : itemKeys) {
            for (var pack : all()) {
                if (pack.definition().member(item).isPresent()) {
                    found.putIfAbsent(
                            pack.key(),
                            new Link(pack.definition().name(), "/packages/" + pack.key()));
                }
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private List<PublishedPackage> all() {
        var now = clock.instant();
        var there = kept;
        if (now.isBefore(there.until()) && there.until().isBefore(now.plus(FRESH).plusMillis(1))) {
            return there.all();
        }
        var read = new Kept(now.plus(FRESH), packages.all());
        kept = read;
        return read.all();
    }
}
