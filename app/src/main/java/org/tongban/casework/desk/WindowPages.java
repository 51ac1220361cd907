package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.casework.Act;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffActor;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemFilter;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.CreditCode;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Rendered;

/**
 * An application at the window, for somebody without a telephone: everything on one page, saved as
 * it is typed, checked by the same rules as from anywhere else.
 */
@Controller
class WindowPages {

    private static final String NEW = "/staff/desk/new";
    private static final String FIELD = "f.";
    private static final String QUESTION = "q.";
    private static final String APPLICANT = "a.";

    private final WindowDrafts drafts;
    private final TakenFiles taken;
    private final Catalogue catalogue;
    private final Casework casework;
    private final Accounts accounts;
    private final StaffDay day;

    WindowPages(
            WindowDrafts drafts,
            TakenFiles taken,
            Catalogue catalogue,
            Casework casework,
            Accounts accounts,
            StaffDay day) {
        this.drafts = drafts;
        this.taken = taken;
        this.catalogue = catalogue;
        this.casework = casework;
        this.accounts = accounts;
        this.day = day;
    }

    @GetMapping(NEW)
    @Open(door = Door.STAFF, right = "accept", audit = "window-items.read")
    Rendered choose(
            @RequestParam(defaultValue = "") String q,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var items =
                q.isBlank()
                        ? List.<WindowPage.Item>of()
                        : catalogue.search(q, ItemFilter.ALL, "").items().stream()
                                .filter(item -> mayTakeIn(staff, item.agency()))
                                .map(
                                        item ->
                                                new WindowPage.Item(
                                                        item.key(), item.name(), item.agencyName()))
                                .toList();
        var waiting =
                drafts.openOf(staff.staffId()).stream()
                        .map(
                                line ->
                                        new WindowPage.Draft(
                                                catalogue
                                                        .version(line.itemKey(), line.itemVersion())
                                                        .name(),
                                                now.moment(line.updatedAt()),
                                                NEW + "/" + line.id()))
                        .toList();
        return Rendered.of("casework/desk/choose", new WindowPage.Choice(q, items, waiting));
    }

    @PostMapping(NEW)
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.opened")
    String begin(@RequestParam String item, StaffPrincipal staff) {
        var chosen =
                catalogue
                        .current(item)
                        .filter(found -> mayTakeIn(staff, found.definition().agency()))
                        .orElseThrow(WindowPages::notThere);
        var kind =
                ApplicationCheck.admits(chosen.definition(), Applicant.Kind.PERSON)
                        ? Applicant.Kind.PERSON
                        : Applicant.Kind.FIRM;
        var nobody = new Applicant(kind, "", "", "", "", "");
        var id = drafts.open(staff.staffId(), nobody, chosen.key(), chosen.version());
        return "redirect:" + NEW + "/" + id;
    }

    @GetMapping(NEW + "/{draftId}")
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.read")
    Object resume(@PathVariable UUID draftId, StaffPrincipal staff, HttpServletRequest request) {
        var draft = draft(draftId, staff);
        // A draft that was sent is a case under the same id.
        return casework.find(draftId).isPresent()
                ? "redirect:/staff/desk/" + draftId
                : page(draft, ErrorSummary.none(), day.now(request));
    }

    /** What the page saves by itself while somebody types. Files go with the form only. */
    @PostMapping(NEW + "/{draftId}/save")
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.saved")
    ResponseEntity<Void> save(
            @PathVariable UUID draftId, StaffPrincipal staff, HttpServletRequest request) {
        drafts.save(written(draft(draftId, staff), request));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(NEW + "/{draftId}")
    @Open(door = Door.STAFF, right = "accept", audit = "window-draft.sent")
    Object send(
            @PathVariable UUID draftId,
            @RequestParam(defaultValue = "save") String act,
            StaffPrincipal staff,
            HttpServletRequest request) {
        if (casework.find(draftId).isPresent()) {
            return "redirect:/staff/desk/" + draft(draftId, staff).id();
        }
        var now = day.now(request);
        var draft = written(draft(draftId, staff), request);
        drafts.save(draft);
        var files = taken.take(request, now);
        files.files().forEach(file -> drafts.add(draftId, file));
        if (act.startsWith("remove:")) {
            drafts.remove(draftId, UUID.fromString(act.substring("remove:".length())));
        }
        if (!act.equals("send")) {
            return page(draft, ErrorSummary.of(files.faults()), now);
        }
        var wrong = new LinkedHashMap<String, String>();
        var applicant = checked(draft.applicant(), wrong, now);
        var content = content(draft, applicant, wrong, now);
        wrong.putAll(files.faults());
        if (content.isEmpty() || !wrong.isEmpty()) {
            return page(draft, ErrorSummary.of(wrong), now)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        casework.submit(submission(draft, content.get()), StaffActor.of(staff));
        drafts.sent(draftId);
        return "redirect:/staff/desk/" + draftId + "?done=submit";
    }

    private Submission submission(WindowDraft draft, ApplicationCheck.Complete complete) {
        var form = new LinkedHashMap<String, Object>(complete.content().form());
        if (!draft.onPaper().isEmpty()) form.put(SheetViews.ON_PAPER, draft.onPaper());
        return new Submission(
                draft.id(),
                draft.itemKey(),
                draft.itemVersion(),
                Channel.WINDOW,
                new PrivatePart(
                        complete.content().applicant(), complete.content().situation(), form),
                draft.delivery(),
                complete.applicable(),
                drafts.files(draft.id()),
                Optional.empty(),
                Optional.of(draft.id()));
    }

    /** The whole application, if nothing is wrong with it; what is wrong goes into the map. */
    private Optional<ApplicationCheck.Complete> content(
            WindowDraft draft, Applicant applicant, Map<String, String> wrong, StaffDay.Now now) {
        var item = item(draft);
        // An original on paper counts like a file: the clerk holds it.
        var handedIn = new ArrayList<>(drafts.files(draft.id()));
        draft.onPaper()
                .forEach(
                        material ->
                                handedIn.add(
                                        new SubmittedFile(draft.id(), material, "", "", "", 0)));
        return switch (ApplicationCheck.check(
                item, applicant, draft.situation(), draft.typed(), handedIn)) {
            case ApplicationCheck.Complete complete ->
                    wrong.isEmpty() && isWhoTheySay(applicant, wrong, now)
                            ? Optional.of(complete)
                            : Optional.empty();
            case ApplicationCheck.Incomplete faults -> {
                if (!faults.audienceAllowed()) {
                    wrong.put(APPLICANT + "kind", now.say("desk.new.not-for"));
                }
                faults.questions()
                        .forEach(
                                question ->
                                        wrong.put(
                                                QUESTION + question.key(),
                                                now.say("desk.new.choose", question.text())));
                faults.fields()
                        .forEach(
                                fault ->
                                        wrong.put(
                                                FIELD + fault.fieldKey(),
                                                now.say(
                                                        fault.messageKey(),
                                                        fault.arguments().toArray())));
                faults.materials()
                        .forEach(
                                material ->
                                        wrong.put(
                                                TakenFiles.BOX + material.key(),
                                                now.say("desk.new.bring", material.name())));
                yield Optional.empty();
            }
        };
    }

    /** The clerk has seen the identity card; the same number under another name is a slip. */
    private boolean isWhoTheySay(Applicant applicant, Map<String, String> wrong, StaffDay.Now now) {
        if (applicant.kind() == Applicant.Kind.FIRM) return true;
        var known =
                accounts.personFor(
                        applicant.name(),
                        new org.tongban.accounts.PrivatePart(
                                applicant.number(), applicant.mobile(), applicant.address()));
        return switch (known) {
            case Accounts.AtWindow.Is _ -> true;
            case Accounts.AtWindow.OtherName() -> {
                wrong.put(APPLICANT + "name", now.say("desk.new.other-name"));
                yield false;
            }
        };
    }

    private static Applicant checked(Applicant typed, Map<String, String> wrong, StaffDay.Now now) {
        var firm = typed.kind() == Applicant.Kind.FIRM;
        required("name", typed.name(), firm ? "staff.firm" : "staff.person", wrong, now);
        var number =
                firm
                        ? read(
                                "number",
                                CreditCode.read(typed.number()),
                                CreditCode::value,
                                "staff.credit-code",
                                wrong,
                                now)
                        : read(
                                "number",
                                CitizenId.read(typed.number()),
                                CitizenId::value,
                                "staff.id-number",
                                wrong,
                                now);
        if (firm) required("contact", typed.contact(), "staff.contact", wrong, now);
        var mobile =
                read(
                        "mobile",
                        Mobile.read(typed.mobile()),
                        Mobile::value,
                        "staff.mobile",
                        wrong,
                        now);
        required("address", typed.address(), "staff.address", wrong, now);
        return new Applicant(
                typed.kind(),
                typed.name(),
                number,
                firm ? typed.contact() : typed.name(),
                mobile,
                typed.address());
    }

    private static void required(
            String box, String value, String label, Map<String, String> wrong, StaffDay.Now now) {
        if (value.isBlank()) {
            wrong.put(APPLICANT + box, now.say("desk.fault.empty", now.say(label)));
        }
    }

    private static <T> String read(
            String box,
            Parsed<T> parsed,
            Function<T, String> value,
            String label,
            Map<String, String> wrong,
            StaffDay.Now now) {
        return switch (parsed) {
            case Parsed.Valid<T>(var held) -> value.apply(held);
            case Parsed.Invalid<T>(var reason) -> {
                wrong.put(APPLICANT + box, now.say(faultKey(reason), now.say(label)));
                yield "";
            }
        };
    }

    private static String faultKey(CodeFault fault) {
        return switch (fault) {
            case EMPTY -> "desk.fault.empty";
            case WRONG_LENGTH -> "desk.fault.length";
            case FIFTEEN_DIGITS -> "desk.fault.fifteen";
            case WRONG_CHECK, WRONG_INNER_CHECK -> "desk.fault.check";
            case WRONG_CHARACTER,
                    WRONG_PARTS,
                    IMPOSSIBLE_DATE,
                    UNKNOWN_TYPE,
                    UNKNOWN_LEVEL,
                    ISSUER_NOT_CREDIT_CODE ->
                    "desk.fault.character";
        };
    }

    /** The draft with what this request typed; a box that the page did not show keeps its words. */
    private WindowDraft written(WindowDraft draft, HttpServletRequest request) {
        var situation = new LinkedHashMap<>(draft.situation());
        var typed = new LinkedHashMap<>(draft.typed());
        typed.put(SheetViews.ON_PAPER, values(request, "paper"));
        for (var field : item(draft).definition().fields()) {
            var several = field.type() == ItemDefinition.FieldType.CHOICES;
            var shown = request.getParameter("has." + field.key()) != null;
            var sent = values(request, FIELD + field.key());
            if (!sent.isEmpty() || (several && shown)) typed.put(field.key(), sent);
        }
        for (var question : item(draft).definition().questions()) {
            values(request, QUESTION + question.key())
                    .forEach(answer -> situation.put(question.key(), answer));
        }
        typed.put(WindowDraft.deliveryName(), values(request, "delivery"));
        return new WindowDraft(
                draft.id(),
                draft.itemKey(),
                draft.itemVersion(),
                new Applicant(
                        one(request, "kind").equals("FIRM")
                                ? Applicant.Kind.FIRM
                                : one(request, "kind").equals("PERSON")
                                        ? Applicant.Kind.PERSON
                                        : draft.applicant().kind(),
                        one(request, "name"),
                        one(request, "number"),
                        one(request, "contact"),
                        one(request, "mobile"),
                        one(request, "address")),
                situation,
                typed,
                draft.version());
    }

    private static List<String> values(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private static String one(HttpServletRequest request, String name) {
        var values = values(request, APPLICANT + name);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private Rendered page(WindowDraft draft, ErrorSummary errors, StaffDay.Now now) {
        var item = item(draft).definition();
        var facts = ApplicationCheck.facts(draft.applicant());
        var situation = ApplicationCheck.answered(item, draft.situation());
        var read = FormCheck.check(item, draft.typed(), situation, facts);
        var applies = Applicability.of(item, situation, read.values(), facts);
        var form =
                item.form().stream()
                        .map(
                                group ->
                                        new WindowPage.Group(
                                                group.page(),
                                                applies.of(group).stream()
                                                        .map(f -> field(f, draft, errors, now))
                                                        .toList()))
                        .filter(group -> !group.fields().isEmpty())
                        .toList();
        var base = NEW + "/" + draft.id();
        return Rendered.of(
                "casework/desk/window",
                new WindowPage(
                        item.name(),
                        errors,
                        applicantFields(draft.applicant(), item, errors, now),
                        item.questions().stream()
                                .map(question -> question(question, situation, errors))
                                .toList(),
                        form,
                        materials(draft, applies.materials(), errors, now),
                        delivery(draft, now),
                        base,
                        base + "/save"));
    }

    private static List<FieldView> applicantFields(
            Applicant who, ItemDefinition item, ErrorSummary errors, StaffDay.Now now) {
        var kinds = new ArrayList<Option>();
        if (ApplicationCheck.admits(item, Applicant.Kind.PERSON)) {
            kinds.add(new Option("PERSON", now.say("desk.new.person")));
        }
        if (ApplicationCheck.admits(item, Applicant.Kind.FIRM)) {
            kinds.add(new Option("FIRM", now.say("desk.new.firm")));
        }
        var fields = new ArrayList<FieldView>();
        fields.add(
                FieldView.of(FieldKind.CHOICE, APPLICANT + "kind", now.say("desk.new.kind"))
                        .options(kinds)
                        .value(who.kind().name()));
        fields.add(text(FieldKind.NAME, "name", "desk.new.name", who.name(), now));
        fields.add(
                text(FieldKind.CITIZEN_ID, "number", "desk.new.number", who.number(), now)
                        .hint(now.say("desk.new.number.hint")));
        fields.add(
                text(FieldKind.NAME, "contact", "desk.new.contact", who.contact(), now)
                        .optional()
                        .hint(now.say("desk.new.contact.hint")));
        fields.add(text(FieldKind.MOBILE, "mobile", "staff.mobile", who.mobile(), now));
        fields.add(text(FieldKind.ADDRESS, "address", "staff.address", who.address(), now));
        return fields.stream().map(field -> field.error(errors)).toList();
    }

    private static FieldView text(
            FieldKind kind, String name, String label, String value, StaffDay.Now now) {
        // The browser of a desk must not offer the last applicant's data to the next.
        return FieldView.of(kind, APPLICANT + name, now.say(label)).autocomplete("").value(value);
    }

    private static FieldView question(
            ItemDefinition.Question question, Map<String, String> situation, ErrorSummary errors) {
        return FieldView.of(FieldKind.CHOICE, QUESTION + question.key(), question.text())
                .options(options(question.choices()))
                .value(situation.getOrDefault(question.key(), ""))
                .error(errors);
    }

    private static FieldView field(
            ItemDefinition.Field field, WindowDraft draft, ErrorSummary errors, StaffDay.Now now) {
        var facts = ApplicationCheck.facts(draft.applicant());
        var prefill = field.prefill();
        var known =
                prefill == null
                        ? ""
                        : facts.getOrDefault(prefill.replaceFirst("^applicant\\.", ""), "");
        var typed = draft.typed().getOrDefault(field.key(), List.of());
        var blank = typed.stream().allMatch(String::isBlank);
        var max = field.maxLength();
        var hint = field.hint();
        var view =
                FieldView.of(
                                FieldKind.valueOf(field.type().name()),
                                FIELD + field.key(),
                                field.label())
                        .options(options(field.choices()))
                        .autocomplete("")
                        .hint(hint == null ? "" : hint)
                        .maxLength(max == null ? 0 : max)
                        .values(blank && !known.isEmpty() ? List.of(known) : typed)
                        .source(blank && !known.isEmpty() ? now.say("desk.new.source") : "")
                        .error(errors);
        return field.required() ? view : view.optional();
    }

    private List<WindowPage.Material> materials(
            WindowDraft draft,
            List<ItemDefinition.Material> materials,
            ErrorSummary errors,
            StaffDay.Now now) {
        var files = drafts.files(draft.id());
        return materials.stream()
                .map(
                        material ->
                                new WindowPage.Material(
                                        material.key(),
                                        material.name(),
                                        String.join("；", material.checks()),
                                        material.isRequired(),
                                        files.stream()
                                                .filter(f -> f.material().equals(material.key()))
                                                .map(
                                                        f ->
                                                                new WindowPage.File(
                                                                        f.name(),
                                                                        f.fileNo().toString()))
                                                .toList(),
                                        FieldView.of(
                                                        FieldKind.FILE,
                                                        TakenFiles.BOX + material.key(),
                                                        now.say("desk.new.scan"))
                                                .optional()
                                                .files("image/*,application/pdf", false, true)
                                                .error(errors),
                                        draft.onPaper().contains(material.key())))
                .toList();
    }

    private static FieldView delivery(WindowDraft draft, StaffDay.Now now) {
        return FieldView.of(FieldKind.CHOICE, "delivery", now.say("review.delivery"))
                .options(
                        List.of(
                                new Option(
                                        Act.DeliveryWay.WINDOW.name(),
                                        now.words().delivery(Act.DeliveryWay.WINDOW)),
                                new Option(
                                        Act.DeliveryWay.ELECTRONIC.name(),
                                        now.words().delivery(Act.DeliveryWay.ELECTRONIC))))
                .value(draft.delivery().name());
    }

    private static List<Option> options(List<ItemDefinition.Choice> choices) {
        return choices.stream().map(choice -> new Option(choice.value(), choice.label())).toList();
    }

    private PublishedItem item(WindowDraft draft) {
        return catalogue.version(draft.itemKey(), draft.itemVersion());
    }

    private WindowDraft draft(UUID draftId, StaffPrincipal staff) {
        return drafts.find(draftId, staff.staffId()).orElseThrow(WindowPages::notThere);
    }

    /** A window of an agency takes in for it; a comprehensive one for all. */
    private static boolean mayTakeIn(StaffPrincipal staff, String agency) {
        return staff.agencies().isEmpty() || staff.reaches(agency);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
