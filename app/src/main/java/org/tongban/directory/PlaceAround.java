package org.tongban.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Signed;
import org.tongban.access.StaffPrincipal;
import org.tongban.access.SystemPrincipal;
import org.tongban.web.Frame;
import org.tongban.web.NavItem;
import org.tongban.web.StaffFrame;
import org.tongban.web.Surroundings;
import org.tongban.web.TextBundles;

/** Tells the design layer where it is and who is reading. */
@Component
final class PlaceAround implements Surroundings {

    private static final String NATIONAL_HOTLINE = "12345";

    private final Directory directory;
    private final ObjectProvider<StaffNavigation> navigation;
    private final TextBundles bundles;

    PlaceAround(
            Directory directory, ObjectProvider<StaffNavigation> navigation, TextBundles bundles) {
        this.bundles = bundles;
        this.directory = directory;
        this.navigation = navigation;
    }

    @Override
    public String placeName() {
        return directory.current().name();
    }

    @Override
    public String hotline() {
        return directory.current().identity().map(Place.Identity::hotline).orElse(NATIONAL_HOTLINE);
    }

    @Override
    public String signedInName(HttpServletRequest request) {
        return Signed.in(request)
                .map(
                        caller ->
                                switch (caller) {
                                    case ApplicantPrincipal applicant -> applicant.name();
                                    case StaffPrincipal staff -> staff.name();
                                    case SystemPrincipal system -> system.name();
                                })
                .orElse("");
    }

    @Override
    public StaffFrame staff(HttpServletRequest request, Frame frame) {
        return Signed.staff(request)
                .map(staff -> desk(staff, frame))
                .orElseGet(() -> new StaffFrame(frame, placeName(), "", List.of()));
    }

    /** Of several posts the first gives the desk its name; the lists show what all may do. */
    private StaffFrame desk(StaffPrincipal staff, Frame frame) {
        var place = directory.current();
        var post = staff.posts().stream().sorted().findFirst().flatMap(place::post);
        var agency = post.flatMap(Post::agency).flatMap(place::agency).map(Agency::name);
        var texts = bundles.in(frame.locale());
        List<NavItem> entries =
                navigation
                        .orderedStream()
                        .flatMap(module -> module.entries(staff, frame, texts).stream())
                        .toList();
        return new StaffFrame(
                frame,
                agency.or(() -> Optional.of(place.name())).orElse(""),
                post.map(Post::name).orElse(""),
                entries);
    }
}
