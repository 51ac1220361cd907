package org.tongban.openapi.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.SystemPrincipal;
import org.tongban.casework.ApplicationCheck.Complete;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.RegisteredCase;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.files.FileFault;
import org.tongban.files.FileLimits;
import org.tongban.files.FileName;
import org.tongban.files.FileStore;
import org.tongban.files.Receipt;
import org.tongban.files.StoredFile;
import org.tongban.openapi.SystemActor;
import org.tongban.openapi.application.DraftAnswer.FileAnswer;
import org.tongban.openapi.problem.Fault;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.openapi.problem.Words;

/** From the first words of an application to its case number. */
@RestController
@RequestMapping(path = "/api/v1/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "applications",
        description =
                "Write a draft, add files, submit it. Scope `cases.submit`; the system must be"
                        + " bound to a member of staff.")
class DraftsApi {

    private static final String SUBMIT = "cases.submit";

    private final SystemDrafts drafts;
    private final Reading reading;
    private final Missing missing;
    private final SystemActor actors;
    private final Catalogue catalogue;
    private final Casework casework;
    private final CaseRegister register;
    private final FileStore files;
    private final Words words;

    DraftsApi(
            SystemDrafts drafts,
            Reading reading,
            Missing missing,
            SystemActor actors,
            Catalogue catalogue,
            Casework casework,
            CaseRegister register,
            FileStore files,
            Words words) {
        this.drafts = drafts;
        this.reading = reading;
        this.missing = missing;
        this.actors = actors;
        this.catalogue = catalogue;
        this.casework = casework;
        this.register = register;
        this.files = files;
        this.words = words;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Open(door = Door.SYSTEM_API, right = SUBMIT, audit = "api.draft.begun")
    @Operation(operationId = "beginDraft", summary = "Begin a draft")
    @ApiResponse(responseCode = "201", description = "The draft, and what it still lacks")
    ResponseEntity<DraftAnswer> begin(
            @RequestBody ApplicationRequest request,
            @Parameter(hidden = true) SystemPrincipal system) {
        var staffId = actors.staffId(system);
        var item =
                catalogue
                        .current(request.item())
                        .orElseThrow(
                                () ->
                                        Refused.because(
                                                ProblemCode.INVALID,
                                                List.of(words.fault("/item", "unknown-item", ""))));
        var content = reading.read(request, item.definition());
        var id = drafts.begin(system, staffId, item, content);
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + id))
                .body(answer(draft(id, system)));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Open(door = Door.SYSTEM_API, right = SUBMIT, audit = "api.draft.rewritten")
    @Operation(
            operationId = "replaceDraft",
            summary = "Put new content in place of the draft's",
            description = "The files and the item stay as they are.")
    DraftAnswer replace(
            @PathVariable UUID id,
            @RequestBody ApplicationRequest request,
            @Parameter(hidden = true) SystemPrincipal system) {
        var draft = unsent(id, system);
        var content = reading.read(request, item(draft).definition());
        if (!drafts.replace(id, system, content)) throw alreadySubmitted();
        return answer(draft(id, system));
    }

    @PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Open(door = Door.SYSTEM_API, right = SUBMIT, audit = "api.draft.file-added")
    @Operation(
            operationId = "addFile",
            summary = "Add a file for a material",
            description =
                    "PDF, JPEG, PNG, OFD, DOCX or XLSX by content, at most 20 MB. Pictures are"
                            + " cleaned of everything but the picture.")
    FileAnswer addFile(
            @PathVariable UUID id,
            @Parameter(description = "Key of the material", example = "id-card") @RequestParam
                    String material,
            @RequestPart MultipartFile file,
            @Parameter(hidden = true) SystemPrincipal system)
            throws IOException {
        var draft = unsent(id, system);
        var asked = item(draft).definition();
        if (asked.material(material).isEmpty() && !asked.fileFields().containsKey(material)) {
            throw Refused.because(
                    ProblemCode.INVALID,
                    List.of(words.fault("/material", "unknown-material", material)));
        }
        if (draft.files().size() >= SystemDrafts.MOST_FILES) {
            throw Refused.because(
                    ProblemCode.FILE_REJECTED,
                    List.of(words.fault("/file", "too-many-files", "" + SystemDrafts.MOST_FILES)));
        }
        try (var content = file.getInputStream()) {
            var sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            return drafts.add(id, material, FileName.clean(sent), stored(content))
                    .map(FileAnswer::of)
                    .orElseThrow(DraftsApi::alreadySubmitted);
        }
    }

    @DeleteMapping("/{id}/files/{fileNo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(door = Door.SYSTEM_API, right = SUBMIT, audit = "api.draft.file-removed")
    @Operation(operationId = "removeFile", summary = "Take a file off the draft")
    void removeFile(
            @PathVariable UUID id,
            @PathVariable UUID fileNo,
            @Parameter(hidden = true) SystemPrincipal system) {
        unsent(id, system);
        if (!drafts.remove(id, fileNo)) throw Refused.because(ProblemCode.NOT_FOUND);
    }

    @PostMapping("/{id}/submit")
    @Open(door = Door.SYSTEM_API, right = SUBMIT, audit = "api.case.submitted")
    @Operation(
            operationId = "submitDraft",
            summary = "Hand the application in",
            description =
                    "A draft becomes one case, however often this is called: 201 the first time,"
                            + " 200 with the same body afterwards.")
    @ApiResponse(responseCode = "201", description = "Handed in now")
    @ApiResponse(responseCode = "200", description = "Handed in before; the same receipt")
    ResponseEntity<SubmittedAnswer> submit(
            @PathVariable UUID id,
            @Parameter(
                            description =
                                    "Accepted for clients that always send one; the draft's id"
                                            + " alone already keeps the call from acting twice")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    Optional<String> idempotencyKey,
            @Parameter(hidden = true) SystemPrincipal system) {
        var draft = draft(id, system);
        if (draft.sent()) {
            return ResponseEntity.ok(SubmittedAnswer.of(made(id)));
        }
        if (!catalogue.isOpen(draft.itemKey())) {
            throw Refused.because(
                    ProblemCode.INVALID, List.of(words.fault("/item", "closed-item", "")));
        }
        var item = item(draft);
        var faults = missing.of(draft, item);
        if (!faults.isEmpty() || !(missing.verdict(draft, item) instanceof Complete complete)) {
            throw Refused.because(ProblemCode.INCOMPLETE, faults);
        }
        var submission =
                new Submission(
                        id,
                        draft.itemKey(),
                        item.version(),
                        Channel.API,
                        complete.content(),
                        draft.content().delivery(),
                        complete.applicable(),
                        draft.files(),
                        Optional.empty(),
                        Optional.of(id));
        casework.submit(submission, SystemActor.applicant(system));
        var made = made(id);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + made.file().caseNo()))
                .body(SubmittedAnswer.of(made));
    }

    private StoredFile stored(InputStream content) throws IOException {
        return switch (files.put(content, FileLimits.STANDARD)) {
            case Receipt.Stored(var stored) -> stored;
            case Receipt.Rejected(var reason, _) -> throw rejected(reason);
        };
    }

    private Refused rejected(FileFault reason) {
        var code = reason.messageKey().substring("files.".length());
        var problem =
                switch (reason) {
                    case TOO_LARGE -> ProblemCode.TOO_LARGE;
                    case TYPE_NOT_ALLOWED -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
                    case EMPTY,
                            DAMAGED_PICTURE,
                            TOO_MANY_PIXELS,
                            DAMAGED_DOCUMENT,
                            ACTIVE_CONTENT,
                            ARCHIVE_TOO_LARGE ->
                            ProblemCode.FILE_REJECTED;
                };
        return Refused.because(
                problem, List.of(new Fault("/file", code, words.say("openapi.file." + code))));
    }

    private DraftAnswer answer(SystemDraft draft) {
        var item = item(draft);
        return DraftAnswer.of(draft, item.version(), missing.of(draft, item));
    }

    private PublishedItem item(SystemDraft draft) {
        return catalogue.forApplication(draft.itemKey(), draft.itemVersion());
    }

    private RegisteredCase made(UUID id) {
        return register.find(id).orElseThrow();
    }

    private SystemDraft unsent(UUID id, SystemPrincipal system) {
        var draft = draft(id, system);
        if (draft.sent()) throw alreadySubmitted();
        return draft;
    }

    /** Somebody else's draft is not there. */
    private SystemDraft draft(UUID id, SystemPrincipal system) {
        return drafts.find(id, system, actors.staffId(system))
                .orElseThrow(() -> Refused.because(ProblemCode.NOT_FOUND));
    }

    private static Refused alreadySubmitted() {
        return Refused.because(ProblemCode.ALREADY_SUBMITTED);
    }
}
