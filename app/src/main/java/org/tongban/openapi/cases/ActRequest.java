package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act;
import org.tongban.directory.Place;
import org.tongban.openapi.problem.RequestBodyRecord;

/**
 * What an officer's system asks to be done. One record an act, named by its {@code JsonTypeName};
 * the records are found through the sealed families below, by the reader and by the description
 * alike. A foreign field is refused.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@Schema(
        name = "Act",
        description =
                "An act on a case. `seenVersion` is the version that was read: an act on an older"
                        + " one is refused as stale. `actId` names this very act: sent again, it is"
                        + " carried out once and answered alike.",
        example =
                """
                {"act": "pass-step", "seenVersion": 2,
                 "actId": "0199f2a0-0000-7000-8000-000000000001",
                 "taskNo": 1, "opinion": "材料齐全，同意。"}
                """)
sealed interface ActRequest extends RequestBodyRecord
        permits IntakeActs, ReviewActs, TermActs, DecisionActs, LaterActs, SimulationActs {

    int seenVersion();

    UUID actId();

    /** The act itself; what it lacks in words the engine refuses. */
    Act toAct();

    /** The act itself, with what only the directory knows of whom it names. */
    default Act toAct(Place place) {
        return toAct();
    }

    /** Left out and empty are the same to the engine: it says which words the law asks for. */
    static String words(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    /** Left out and empty are the same to the engine. */
    static <T> List<T> listed(@Nullable List<T> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }
}
