package org.tongban.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.search.PeoplesWords;
import org.tongban.packages.PackageDefinition;

/**
 * A pack without faults, as values. Lists are in the order of the pack.
 *
 * @param place the tree of {@code place.yaml}
 * @param notices the words of the papers that are the place's own, by paper and part
 */
record PackContent(
        Map<String, Object> place,
        List<Region> regions,
        List<Agency> agencies,
        List<Centre> centres,
        Staff staff,
        Applicants applicants,
        List<CertificateType> certificateTypes,
        List<SharedResource> resources,
        List<BaseItem> base,
        List<ItemDefinition> items,
        PeoplesWords words,
        Map<String, Map<String, String>> notices,
        List<PackageDefinition> packages) {

    PackContent {
        place = new LinkedHashMap<>(place);
        regions = List.copyOf(regions);
        agencies = List.copyOf(agencies);
        centres = List.copyOf(centres);
        certificateTypes = List.copyOf(certificateTypes);
        resources = List.copyOf(resources);
        base = List.copyOf(base);
        items = List.copyOf(items);
        notices = Map.copyOf(notices);
        packages = List.copyOf(packages);
    }

    record Region(
            String code, String name, String level, @Nullable String parent, boolean virtual) {}

    record Agency(
            String key,
            String name,
            String shortName,
            String noticeMark,
            String creditCode,
            String kind,
            String windowKind,
            @Nullable Integer windows,
            @Nullable Integer front,
            @Nullable Integer back,
            @Nullable String note,
            String phone,
            String complaintPhone,
            String address,
            @Nullable String region) {}

    record Centre(
            String key,
            String name,
            String region,
            String address,
            String hours,
            List<Window> windows) {}

    record Window(String key, String name, String kind, @Nullable String agency) {}

    record Staff(List<Post> posts, List<Person> people) {}

    record Post(
            String key,
            String name,
            @Nullable String agency,
            @Nullable String window,
            List<String> rights,
            String scope) {}

    record Person(
            String login,
            String name,
            String staffNo,
            List<String> posts,
            @Nullable String demoRole) {}

    record Applicants(List<Applicant> people, List<Firm> firms) {}

    record Applicant(
            @Nullable String login,
            String name,
            String idNumber,
            String mobile,
            String address,
            @Nullable String demoRole) {}

    record Firm(
            String name,
            String creditCode,
            String representative,
            String address,
            List<String> agents) {}

    record CertificateType(
            String key,
            String name,
            String typeCode,
            @Nullable Integer validYears,
            String holder,
            List<Face> fields,
            @Nullable Layout layout,
            @Nullable Boolean single,
            @Nullable String numberForm,
            @Nullable List<String> issuers) {

        CertificateType {
            // What is not said is said in one way: a type designed here equals the one read back.
            single = Boolean.TRUE.equals(single) ? single : null;
            issuers = issuers == null || issuers.isEmpty() ? null : List.copyOf(issuers);
        }
    }

    /** One resource of the catalogue of shared data. */
    record SharedResource(
            String key,
            String code,
            String name,
            String provider,
            String summary,
            List<Part> items,
            String share,
            @Nullable String condition,
            @Nullable String basis,
            String update,
            String subject,
            @Nullable String standsFor,
            List<String> endsAsking,
            @Nullable String register,
            @Nullable Integer keptMinutes) {}

    /** One data item of a resource. */
    record Part(String key, String label, String type) {}

    /** Where things stand on the sheet of a certificate, in millimetres. */
    record Layout(int width, int height, List<Place> places) {}

    /** One thing on the sheet. */
    record Place(
            String show,
            int x,
            int y,
            @Nullable Integer size,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String align,
            @Nullable String text) {}

    /** What the face of a certificate shows, and the expression it comes from. */
    record Face(
            String key,
            String label,
            @JsonProperty("from") String from,
            @Nullable String kind,
            @Nullable Boolean optional,
            @Nullable Integer longest,
            @Nullable List<String> choices) {

        Face {
            optional = Boolean.TRUE.equals(optional) ? optional : null;
            choices = choices == null || choices.isEmpty() ? null : List.copyOf(choices);
        }
    }
}
