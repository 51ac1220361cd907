package org.tongban.directory.browsing;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import tools.jackson.databind.json.JsonMapper;

/**
 * The agencies with their figures, and the halls.
 *
 * @param counted what the rows sum up to
 * @param stated what the source's last line says; the same as counted where it says nothing
 */
public record AgenciesPage(List<Row> agencies, Figures counted, Figures stated, List<Hall> halls) {

    private static final JsonMapper JSON = new JsonMapper();

    public AgenciesPage {
        agencies = List.copyOf(agencies);
        halls = List.copyOf(halls);
    }

    /** Figures of a row; a blank cell of the source stays an empty text. */
    public record Row(
            int number,
            String key,
            String name,
            String shortName,
            Figures figures,
            String phone,
            String complaintPhone,
            String note) {}

    /** Windows, people at them, people behind them. */
    public record Figures(String windows, String front, String back) {}

    /** A service centre. */
    public record Hall(String name, String address, String hours, List<String> windows) {
        public Hall {
            windows = List.copyOf(windows);
        }
    }

    static AgenciesPage of(Place place) {
        var agencies = List.copyOf(place.agencies());
        var counted =
                new Figures(
                        sum(agencies, Agency::windows),
                        sum(agencies, Agency::front),
                        sum(agencies, Agency::back));
        var number = new int[1];
        return new AgenciesPage(
                agencies.stream().map(agency -> row(++number[0], agency)).toList(),
                counted,
                stated(place, counted),
                place.centres().stream()
                        .map(
                                hall ->
                                        new Hall(
                                                hall.name(),
                                                hall.address(),
                                                hall.hours(),
                                                hall.windows().stream()
                                                        .map(window -> window.name())
                                                        .toList()))
                        .toList());
    }

    /** Whether the source's own sum differs from its rows. */
    public boolean differs() {
        return !counted.equals(stated);
    }

    private static Row row(int number, Agency agency) {
        return new Row(
                number,
                agency.key(),
                agency.name(),
                agency.shortName(),
                new Figures(shown(agency.windows()), shown(agency.front()), shown(agency.back())),
                agency.phone(),
                agency.complaintPhone(),
                agency.note().orElse(""));
    }

    private static Figures stated(Place place, Figures counted) {
        var totals =
                JSON.readTree(place.identity().map(Place.Identity::policies).orElse("{}"))
                        .path("statedTotals");
        return new Figures(
                totals.path("windows").asString(counted.windows()),
                totals.path("front").asString(counted.front()),
                totals.path("back").asString(counted.back()));
    }

    private static String sum(List<Agency> agencies, Function<Agency, OptionalInt> figure) {
        return String.valueOf(agencies.stream().map(figure).mapToInt(cell -> cell.orElse(0)).sum());
    }

    private static String shown(OptionalInt cell) {
        return cell.isPresent() ? String.valueOf(cell.getAsInt()) : "";
    }
}
