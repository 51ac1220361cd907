package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.casework.Act;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.CaseState;
import org.tongban.casework.Pledge;
import org.tongban.casework.engine.Tolerance;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;

/**
 * The clerk's check of an application: each material that applies is there, missing or wrong.
 * Nothing can be asked for that is not on the list or in the form, because the notice is put
 * together from here.
 *
 * @param typed all that the form sent, by name
 */
record Checklist(CaseSheet sheet, Map<String, List<String>> typed) {

    static final String FORM_REMARK = "formRemark";

    /** The box that says the promise was signed here. */
    static final String SIGNED = "signedHere";

    private static final String LATER = "later";

    /** The name of the form itself in a notice's list. */
    private static final String FORM = "form";

    private static final List<String> MARKS = List.of("ok", "missing", "wrong", "later");

    Checklist {
        typed = Map.copyOf(typed);
    }

    /** A checklist that nobody has touched. */
    static Checklist fresh(CaseSheet sheet) {
        return new Checklist(sheet, Map.of());
    }

    static Checklist of(CaseSheet sheet, HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        return new Checklist(sheet, typed);
    }

    /** Which materials apply to this application. */
    List<Material> materials() {
        var content = sheet.content();
        return Applicability.of(
                        sheet.item(),
                        content.situation(),
                        content.form(),
                        ApplicationCheck.facts(content.applicant()))
                .materials();
    }

    static String markName(Material material) {
        return "m." + material.key();
    }

    static String reasonName(Material material) {
        return "r." + material.key();
    }

    /**
     * {@code ok}, {@code later}, {@code missing}, {@code wrong}, or empty while nobody has looked.
     * A paper that was promised with the application begins as {@code later}.
     */
    String mark(Material material) {
        var mark = at(markName(material));
        if (typed.containsKey(markName(material))) return MARKS.contains(mark) ? mark : "";
        return promised(material) && sheet.filesOf(material.key()).isEmpty()
                ? isVouched(material) ? "ok" : LATER
                : "";
    }

    /** Whether the clerk may let the paper follow. */
    boolean mayFollow(Material material) {
        return Tolerance.admits(sheet.item(), material.key());
    }

    boolean promised(Material material) {
        return sheet.file()
                .pledge(material.key())
                .filter(pledge -> pledge.state() == Pledge.State.OFFERED)
                .isPresent();
    }

    /** Whether the applicant vouches for the fact, so that no paper is asked for. */
    boolean isVouched(Material material) {
        return sheet.file()
                .pledge(material.key())
                .filter(p -> p.is(Pledge.Kind.FACT_VOUCHED, Pledge.State.OFFERED))
                .isPresent();
    }

    /** The papers that the clerk lets follow. */
    List<Material> later() {
        return materials().stream().filter(material -> mark(material).equals(LATER)).toList();
    }

    /** Whether the clerk has the applicant's promise, signed on paper. */
    boolean signedHere() {
        return !at(SIGNED).isEmpty();
    }

    /** Accepting as it was checked: everything is there, or some papers may follow. */
    Act accept() {
        var later = later().stream().map(Material::key).toList();
        return later.isEmpty() ? new Act.Accept() : new Act.AcceptTolerantly(later, signedHere());
    }

    String reason(Material material) {
        return at(reasonName(material));
    }

    String at(String name) {
        var values = several(name);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    List<String> several(String name) {
        return typed.getOrDefault(name, List.of());
    }

    /**
     * What was ticked and typed for an act that the case does not allow any more, a line each: to
     * be read and copied. Empty when nothing was, or when it still stands in its own boxes.
     */
    List<String> written(StaffDay.Now now) {
        var written = new ArrayList<String>();
        if (sheet.file().state() != CaseState.RECEIVED) {
            for (var material : materials()) {
                var mark = mark(material);
                if (!mark.isEmpty() || !reason(material).isEmpty()) {
                    var marked = mark.isEmpty() ? "" : now.say("desk.mark." + mark);
                    written.add(
                            Stream.of(marked, reason(material))
                                    .filter(one -> !one.isEmpty())
                                    .collect(Collectors.joining("，", material.name() + "：", "")));
                }
            }
            Arrays.stream(Act.NonAcceptance.values())
                    .filter(ground -> ground.name().equals(at("ground")))
                    .forEach(g -> written.add(now.say("desk.ground") + "：" + ground(g, now)));
            keep(FORM_REMARK, "desk.check.remark", written, now);
            keep("reason", "desk.reason", written, now);
            keep("competentOffice", "desk.competent-office", written, now);
        }
        if (sheet.file().state() != CaseState.CORRECTING) {
            keep(SupplyForm.NOTE, "desk.supply.note", written, now);
            several(SupplyForm.PAPER).stream()
                    .flatMap(key -> sheet.item().material(key).stream())
                    .forEach(m -> written.add(now.say("desk.supply.paper") + "：" + m.name()));
        }
        return written;
    }

    private void keep(String name, String label, List<String> written, StaffDay.Now now) {
        if (!at(name).isEmpty()) written.add(now.say(label) + "：" + at(name));
    }

    static String ground(Act.NonAcceptance ground, StaffDay.Now now) {
        return now.say("desk.ground." + ground.name().toLowerCase(Locale.ROOT));
    }

    /**
     * What stands against accepting, by field: required materials that are not all right, and
     * anything that was marked.
     */
    @LegalBasis("licensing/32/1(5)")
    Map<String, String> againstAccepting(StaffDay.Now now) {
        var against = new LinkedHashMap<String, String>();
        for (var material : materials()) {
            var mark = mark(material);
            var unseen = mark.isEmpty() && material.isRequired();
            if (unseen) {
                against.put(markName(material), now.say("desk.check.unseen", material.name()));
            } else if (mark.equals(LATER)) {
                if (!mayFollow(material)) {
                    against.put(
                            markName(material),
                            now.say("desk.check.may-not-follow", material.name()));
                } else if (!promised(material) && !signedHere()) {
                    against.put(SIGNED, now.say("desk.check.signed.missing"));
                }
            } else if (!mark.isEmpty() && !mark.equals("ok")) {
                against.put(markName(material), now.say("desk.check.not-right", material.name()));
            }
        }
        if (!at(FORM_REMARK).isEmpty()) {
            against.put(FORM_REMARK, now.say("desk.check.form-remark"));
        }
        return against;
    }

    /** What is wrong with the notice that would be made, by field. */
    Map<String, String> againstTelling(StaffDay.Now now) {
        var against = new LinkedHashMap<String, String>();
        for (var material : materials()) {
            if (mark(material).equals("wrong") && reason(material).isEmpty()) {
                against.put(reasonName(material), now.say("desk.check.say-why", material.name()));
            }
        }
        if (against.isEmpty() && corrections(now).isEmpty()) {
            against.put("", now.say("desk.check.nothing-marked"));
        }
        return against;
    }

    /** A refusal to accept names its ground; what else it needs is ruled by the engine. */
    Map<String, String> againstRefusing(StaffDay.Now now) {
        var wrong = new LinkedHashMap<String, String>();
        if (at("ground").isEmpty()) wrong.put("ground", now.say("desk.ground.missing"));
        if (at("reason").isEmpty()) wrong.put("reason", now.say("desk.reason.missing"));
        if (at("ground").equals(Act.NonAcceptance.NOT_OUR_POWER.name())
                && at("competentOffice").isEmpty()) {
            wrong.put("competentOffice", now.say("desk.competent-office.missing"));
        }
        return wrong;
    }

    /** The notice's list: the marked materials in the guide's order, then the form. */
    @LegalBasis("licensing/32/1(4)")
    List<Act.Correction> corrections(StaffDay.Now now) {
        var corrections = new ArrayList<Act.Correction>();
        for (var material : materials()) {
            var mark = mark(material);
            if (mark.equals("missing") || mark.equals("wrong") || mark.equals(LATER)) {
                var reason = reason(material);
                corrections.add(
                        new Act.Correction(
                                material.key(),
                                material.name(),
                                reason.isEmpty() ? now.say("desk.check.missing.words") : reason));
            }
        }
        var remark = at(FORM_REMARK);
        if (!remark.isEmpty()) {
            corrections.add(new Act.Correction(FORM, now.say("desk.check.form"), remark));
        }
        return corrections;
    }
}
