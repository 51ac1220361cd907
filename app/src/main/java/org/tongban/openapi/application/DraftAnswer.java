package org.tongban.openapi.application;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.tongban.casework.SubmittedFile;
import org.tongban.openapi.problem.Fault;

/** A draft as the system is told of it: what it still lacks, never what it says. */
@Schema(name = "Draft", description = "A draft and what is still missing before it can be sent.")
record DraftAnswer(
        UUID id,
        String item,
        @Schema(description = "Version of the item that the draft is held to: the one in force")
                int itemVersion,
        @Schema(description = "Whether it can be submitted as it is") boolean complete,
        @Schema(description = "Everything that is in the way") List<Fault> missing,
        List<FileAnswer> files) {

    /** One file of a draft. */
    @Schema(name = "DraftFile")
    record FileAnswer(
            UUID fileNo,
            @Schema(description = "Key of the material") String material,
            String name,
            @Schema(description = "SM3 of the content as stored, hex") String sm3,
            String mediaType,
            long size) {

        static FileAnswer of(SubmittedFile file) {
            return new FileAnswer(
                    file.fileNo(),
                    file.material(),
                    file.name(),
                    file.sm3(),
                    file.mediaType(),
                    file.size());
        }
    }

    static DraftAnswer of(SystemDraft draft, int itemVersion, List<Fault> missing) {
        return new DraftAnswer(
                draft.id(),
                draft.itemKey(),
                itemVersion,
                missing.isEmpty(),
                missing,
                draft.files().stream().map(FileAnswer::of).toList());
    }
}
