package org.tongban.packages.later;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.SentApplications.Asked;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.apply.PackageWords;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.PartsReady;
import org.tongban.packages.merge.Chosen;
import org.tongban.packages.merge.Keys;
import org.tongban.packages.merge.Merge;
import org.tongban.packages.merge.Taken;

/**
 * Answers that exist only after an earlier result and stand on no certificate: asked once for all
 * parts that wait for them, when the result has come.
 */
@Component
public class LaterAnswers {

    private final SentParts sent;
    private final PackageCases store;
    private final Drafts drafts;
    private final PackageWords words;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;

    LaterAnswers(
            SentParts sent,
            PackageCases store,
            Drafts drafts,
            PackageWords words,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher) {
        this.sent = sent;
        this.store = store;
        this.drafts = drafts;
        this.words = words;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** What has been answered for a part since, by its own keys. */
    public Map<String, List<String>> of(PackageCase whole, PackageCase.Part part) {
        var asked =
                sent.item(whole, part).stream()
                        .flatMap(one -> one.needs().stream())
                        .flatMap(need -> need.asks().stream())
                        .toList();
        if (asked.isEmpty()) return Map.of();
        var keys = new Keys(sent.pack(whole));
        var typed =
                drafts.ofCase(whole.id())
                        .<Map<String, List<String>>>map(draft -> draft.typed())
                        .orElse(Map.of());
        var own = new LinkedHashMap<String, List<String>>();
        for (var field : asked) {
            Optional.ofNullable(typed.get(keys.field(part.key(), field)))
                    .ifPresent(said -> own.put(field, said));
        }
        return own;
    }

    Optional<Asked> asked(PackageCase whole) {
        var parts = whole.parts().stream().filter(PackageCase.Part::isAsking).toList();
        if (parts.isEmpty()) return Optional.empty();
        var pack = sent.pack(whole);
        var item = Merge.of(pack, sent.items(whole, parts), List.of(), new OnlyAsked(), words);
        return Optional.of(
                new Asked(
                        whole.id(),
                        whole.caseIds(),
                        pack.name(),
                        whole.path(),
                        Optional.empty(),
                        List.of(),
                        new PublishedItem(whole.packageVersion(), whole.submittedAt(), item)));
    }

    /** The answers lie on the draft; the parts that waited for them are tried again now. */
    List<String> take(PackageCase seen) {
        transaction.executeWithoutResult(
                _ -> {
                    var whole = store.lock(seen.id()).orElseThrow();
                    whole.parts().stream()
                            .filter(PackageCase.Part::isAsking)
                            .forEach(part -> store.tryNow(whole.id(), part.key()));
                });
        publisher.publishEvent(new PartsReady());
        return List.of();
    }

    /** Only what could not be known before; it is needed, or it would not be asked. */
    private record OnlyAsked() implements Taken {

        @Override
        public boolean questions(Chosen one) {
            return false;
        }

        @Override
        public boolean field(Chosen one, String field) {
            return one.needs().stream().anyMatch(need -> need.asks().contains(field));
        }

        @Override
        public boolean material(Chosen one, String material) {
            return false;
        }

        @Override
        public boolean isConditional() {
            return false;
        }
    }
}
