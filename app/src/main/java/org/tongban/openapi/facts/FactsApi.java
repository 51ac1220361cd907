package org.tongban.openapi.facts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.SystemPrincipal;
import org.tongban.certificates.FactChecks;
import org.tongban.certificates.FactChecks.Answer;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.openapi.problem.Fault;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.openapi.problem.Words;

/** Checks one fact for a department's system, which asks with its own key. */
@RestController
@RequestMapping(path = "/api/v1/facts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "facts", description = "Whether somebody holds a certificate that is valid.")
class FactsApi {

    private static final int LONGEST_PURPOSE = 200;

    private final FactChecks checks;
    private final Words words;

    FactsApi(FactChecks checks, Words words) {
        this.checks = checks;
        this.words = words;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Open(door = Door.SYSTEM_API, right = "facts.check", audit = "api.fact.checked")
    @Operation(
            operationId = "checkFact",
            summary = "Check one fact",
            description =
                    "Answers yes, no or unknown. Every question is on record with its purpose and"
                            + " shown to the person concerned, refused ones too. Refused with"
                            + " `not-on-the-list` when the item may not use the certificate.")
    FactAnswer check(
            @RequestBody FactRequest request, @Parameter(hidden = true) SystemPrincipal system) {
        var faults = faults(request);
        if (!faults.isEmpty()) throw Refused.because(ProblemCode.INVALID, faults);
        var answered =
                checks.answer(
                        new FactChecks.Question(
                                system.clientId(),
                                system.name(),
                                request.item(),
                                request.certificate(),
                                number(request.holder()),
                                request.purpose().strip()));
        if (answered.answer() == Answer.REFUSED) {
            throw Refused.because(ProblemCode.NOT_ON_THE_LIST);
        }
        return FactAnswer.of(answered);
    }

    private List<Fault> faults(FactRequest request) {
        var faults = new ArrayList<Fault>();
        if (number(request.holder()).isEmpty()) {
            faults.add(words.fault("/holder", "unreadable", "holder"));
        }
        if (request.purpose().isBlank()) {
            faults.add(words.fault("/purpose", "missing", "purpose"));
        }
        if (request.purpose().strip().length() > LONGEST_PURPOSE) {
            faults.add(words.fault("/purpose", "too-long", "purpose"));
        }
        return faults;
    }

    /** As the register has it; empty when it is neither a citizen ID nor a credit code. */
    private static String number(String typed) {
        return CitizenId.read(typed)
                .value()
                .map(CitizenId::value)
                .or(() -> CreditCode.read(typed).value().map(CreditCode::value))
                .orElse("");
    }
}
