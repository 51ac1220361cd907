package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a case stands. Names nobody: who applied is known to the system that asks. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Case", description = "How a case stands. Days are days of the place's calendar.")
record CaseAnswer(
        String caseNo,
        @Schema(description = "Give it back as `seenVersion` with an act") int version,
        String item,
        int itemVersion,
        String itemName,
        String agency,
        String agencyName,
        @Schema(description = "online, window or api") String channel,
        @Schema(
                        description =
                                "received, correcting, reviewing, forwarded, prepared, decided or"
                                        + " closed")
                String state,
        @Schema(
                        description =
                                "granted, refused, not-accepted, withdrawn or not-corrected; once"
                                        + " there is one")
                @Nullable String outcome,
        @Schema(description = "State or outcome in words", example = "正在审查") String status,
        LocalDate receivedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate decidedOn,
        @Schema(description = "All terms, the oldest first") List<ClockAnswer> clocks,
        @Schema(description = "What the office told to correct") List<CorrectionAnswer> corrections,
        @Schema(description = "The procedure that stops the clocks now")
                @Nullable ProcedureAnswer procedure,
        @Schema(description = "Open tasks; only with the scope staff.act")
                @Nullable List<TaskAnswer> tasks) {

    CaseAnswer {
        clocks = List.copyOf(clocks);
        corrections = List.copyOf(corrections);
    }

    /** One term. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Clock")
    record ClockAnswer(
            @Schema(description = "answer, correction, statutory, promised or delivery")
                    String kind,
            @Schema(description = "running, stopped, met, late or void") String state,
            LocalDate startedOn,
            int days,
            @Schema(description = "working or calendar") String unit,
            @Schema(description = "The last day in time; absent while the clock stands still")
                    @Nullable LocalDate dueOn,
            @Nullable LocalDate endedOn,
            @Schema(description = "Whether it is the term that people look at now") boolean leading,
            @Schema(description = "Days left, negative when late; only while it runs")
                    @Nullable Integer daysLeft,
            @Schema(description = "Every day, and why it counts or not")
                    List<DayAnswer> explained) {
        ClockAnswer {
            explained = List.copyOf(explained);
        }
    }

    /** One day of a term. */
    @Schema(name = "Day")
    record DayAnswer(
            LocalDate date,
            @Schema(description = "counted, rest, stopped, todo, due or over") String role,
            @Schema(example = "第 3 天") String why) {}

    /** One thing to correct. */
    @Schema(name = "ToldCorrection")
    record CorrectionAnswer(String material, String name, String what) {}

    /** A procedure of article 45. */
    @Schema(name = "Procedure")
    record ProcedureAnswer(String kind, LocalDate startedOn, int expectedDays) {}

    /** One piece of work that waits. */
    @Schema(name = "Task")
    record TaskAnswer(
            int taskNo,
            String step,
            String name,
            @Schema(description = "Key of the post that does it") String post,
            boolean decision,
            LocalDate dueOn) {}

    /** A constant as this interface writes it: {@code not-accepted}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
