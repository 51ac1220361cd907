package org.tongban.certificates.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.claim.ClaimFault;
import org.tongban.certificates.claim.Parts;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.Dates;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** Words for what the pages of old paper say in several places. */
@Component
class PaperWords {

    private final KnownTypes types;
    private final Directory directory;
    private final Clock clock;

    PaperWords(KnownTypes types, Directory directory, Clock clock) {
        this.types = types;
        this.directory = directory;
        this.clock = clock;
    }

    String type(String key) {
        return types.find(key).map(CertificateType::name).orElse(key);
    }

    String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    String moment(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    List<String> faults(List<ClaimFault> faults, CertificateType type, Texts texts) {
        return faults.stream().map(fault -> fault(fault, type, texts)).toList();
    }

    static String fault(ClaimFault fault, CertificateType type, Texts texts) {
        return texts.localize(
                "claim.fault." + fault.kind().name(), Parts.label(fault.part(), type, texts));
    }

    static Tag verdict(PaperLine line, Texts texts) {
        if (line.looked().filter("differs"::equals).isPresent()) {
            return Tag.late(texts.localize("paper.looked.differs"));
        }
        if (line.decision().isPresent()) {
            return Tag.plain(texts.localize("paper.decided." + line.decision().get().name()));
        }
        var words = texts.localize("paper.verdict." + line.verdict().word());
        return switch (line.verdict()) {
            case NEW ->
                    line.certificate().isPresent()
                            ? Tag.got(texts.localize("paper.written"))
                            : Tag.got(words);
            case SAME -> Tag.plain(words);
            case CHANGED -> Tag.soon(words);
            case DOUBTED -> Tag.you(words);
            case REFUSED -> Tag.late(words);
        };
    }

    static Tag state(PaperBatch batch, Texts texts) {
        if (batch.confirmedAt().isPresent()) return Tag.got(texts.localize("paper.confirmed"));
        return batch.writtenAt().isPresent()
                ? Tag.you(texts.localize("paper.to-confirm"))
                : Tag.soon(texts.localize("paper.reported"));
    }
}
