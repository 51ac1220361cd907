package org.tongban.simulators;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Makes simulated registers slow, wrong or silent, so that one can see what the house does then.
 */
@Controller
@ConditionalOnProperty(name = "tongban.demo", havingValue = "true")
class DirectSimulators {

    static final String PATH = "/staff/simulators";

    private final SimulatedRegisters registers;
    private final TextBundles bundles;

    DirectSimulators(SimulatedRegisters registers, TextBundles bundles) {
        this.registers = registers;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, right = "administer", audit = "simulators.shown")
    Rendered list(HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of(
                "simulators/list",
                new SimulatorsPage(
                        registers.names().stream().map(name -> line(name, texts)).toList()));
    }

    @PostMapping(PATH + "/{register}")
    @Open(door = Door.STAFF, right = "administer", audit = "simulator.directed")
    ResponseEntity<Void> behave(
            @PathVariable String register, @RequestParam(defaultValue = "") String mode) {
        var wanted =
                Arrays.stream(Mode.values())
                        .filter(one -> lower(one).equals(mode))
                        .findFirst()
                        .filter(_ -> registers.names().contains(register))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        registers.behave(register, wanted);
        return SeeOther.to(PATH);
    }

    private SimulatorsPage.Line line(String name, Texts texts) {
        var mode = registers.mode(name);
        var words = texts.localize("sharing.simulator." + lower(mode));
        return new SimulatorsPage.Line(
                texts.localize("sharing.register." + name),
                PATH + "/" + name,
                mode == Mode.OK ? Tag.got(words) : Tag.stop(words),
                Arrays.stream(Mode.values())
                        .filter(one -> one != mode)
                        .map(
                                one ->
                                        new SimulatorsPage.Choice(
                                                lower(one),
                                                texts.localize(
                                                        "sharing.simulator.make." + lower(one))))
                        .toList());
    }

    private static String lower(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
