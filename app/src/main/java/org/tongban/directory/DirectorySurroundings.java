package org.tongban.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Caller;
import org.tongban.access.Signed;
import org.tongban.access.StaffPrincipal;
import org.tongban.access.SystemPrincipal;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.StaffFrame;
import org.tongban.web.Surroundings;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** What stands around every page: the place, who reads, and for staff their desk and its lists. */
@Component
class DirectorySurroundings implements Surroundings {

    private final Directory directory;
    private final TextBundles bundles;

    DirectorySurroundings(Directory directory, TextBundles bundles) {
        this.directory = directory;
        this.bundles = bundles;
    }

    @Override
    public String placeName() {
        return directory.current().name();
    }

    @Override
    public String hotline() {
        return directory.current().identity().map(Place.Identity::hotline).orElse("12345");
    }

    @Override
    public String signedInName(HttpServletRequest request) {
        return Signed.in(request).map(DirectorySurroundings::nameOf).orElse("");
    }

    @Override
    public StaffFrame staff(HttpServletRequest request, Frame frame) {
        return Signed.staff(request)
                .map(staff -> desk(staff, frame))
                .orElseGet(() -> new StaffFrame(frame, placeName(), "", List.of()));
    }

    private StaffFrame desk(StaffPrincipal staff, Frame frame) {
        var place = directory.current();
        var agency =
                staff.agencies().stream()
                        .sorted()
                        .flatMap(key -> place.agency(key).stream())
                        .map(Agency::name)
                        .findFirst()
                        .orElseGet(place::name);
        var posts =
                staff.posts().stream()
                        .sorted()
                        .flatMap(key -> place.post(key).stream())
                        .map(Post::name)
                        .distinct()
                        .collect(Collectors.joining("、"));
        return new StaffFrame(frame, agency, posts, nav(staff, frame, bundles.in(frame.locale())));
    }

    /** The lists a post may open; the order is that of a case's way. */
    private static List<NavItem> nav(StaffPrincipal staff, Frame frame, Texts texts) {
        var items = new ArrayList<NavItem>();
        if (staff.has("accept")) {
            items.add(item("desk", "/staff/desk", frame, texts));
        }
        if (staff.has("review") || staff.has("decide")) {
            items.add(item("todo", "/staff/todo", frame, texts));
            items.add(item("done", "/staff/done", frame, texts));
        }
        if (staff.has("deliver")) {
            items.add(item("deliver", "/staff/deliver", frame, texts));
        }
        if (staff.has("supervise")) {
            items.add(item("late", "/staff/late", frame, texts));
            items.add(item("ratings", "/staff/ratings", frame, texts));
        }
        if (staff.has("supervise") || staff.has("decide")) {
            items.add(item("certificates", "/staff/certificates", frame, texts));
        }
        if (staff.has("administer")) {
            items.add(item("directory", "/staff/directory", frame, texts));
            items.add(item("accounts", "/staff/accounts", frame, texts));
            items.add(item("clients", "/staff/clients", frame, texts));
        }
        return List.copyOf(items);
    }

    private static NavItem item(String key, String href, Frame frame, Texts texts) {
        return new NavItem(texts.localize("staff.nav." + key), href, 0, frame.isIn(href));
    }

    private static String nameOf(Caller caller) {
        return switch (caller) {
            case StaffPrincipal staff -> staff.name();
            case ApplicantPrincipal applicant -> applicant.name();
            case SystemPrincipal system -> system.name();
        };
    }
}
