package org.tongban.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.home.Home;

/**
 * The index of all items in use, on this node's disk, following the database. Few changes are taken
 * up by whoever asks next; many, and an index that has to be made anew, beside serving: until the
 * new one is ready the old one answers, and where there is none the part that is there.
 */
@Component
public class CatalogueIndex implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueIndex.class);

    /** A publication on another node is seen here no later than this. */
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(30);

    /** As many changes as a reader may be kept waiting for: about a second. */
    private static final int MOST_AT_ONCE = 2_000;

    private static final int BATCH = 1_000;

    /** Searches see an index that is being made grow in steps of this many batches. */
    private static final int SHOWN_EVERY = 5;

    private static final int TEXTS_AT_ONCE = 32;

    private final Changes changes;
    private final Clock clock;
    private final Directory directory;
    private final WordBook words;
    private final Optional<Path> folder;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicBoolean understanding = new AtomicBoolean();

    private volatile Instant lookedAt = Instant.MIN;
    private volatile Optional<Generation> serving = Optional.empty();
    private volatile Optional<Generation> building = Optional.empty();
    private volatile boolean closed;
    private Optional<Thread> builder = Optional.empty();
    private Optional<Known> known = Optional.empty();

    /** What the recipe was made of. */
    private record Known(Place place, PeoplesWords words, Recipe recipe) {}

    CatalogueIndex(
            DSLContext db,
            Clock clock,
            Directory directory,
            WordBook words,
            ObjectProvider<Home> home) {
        this.changes = new Changes(db);
        this.clock = clock;
        this.directory = directory;
        this.words = words;
        this.folder = home.stream().findFirst().map(h -> h.folder().resolve("search"));
    }

    /**
     * The index that answers now, looked at lately. One reader looks; the others meanwhile use what
     * was there, unless something was published since: whoever published finds it.
     */
    Generation now() {
        if (serving.isPresent() && isFresh()) return serving.get();
        if (serving.isEmpty() || isAskedFor()) looking.lock();
        else if (!looking.tryLock()) return serving.get();
        try {
            if (serving.isEmpty() || !isFresh()) look();
            return serving.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            looking.unlock();
        }
    }

    /** Looks again at the next question. */
    public void refresh() {
        lookedAt = Instant.MIN;
    }

    /** Begins what takes long before somebody asks: opening, following, loading the model. */
    public void warm() {
        Thread.ofPlatform()
                .daemon()
                .name("search-warm")
                .start(
                        () -> {
                            try {
                                now();
                                understand();
                            } catch (RuntimeException e) {
                                LOG.warn("The search index is not ready yet", e);
                            }
                        });
    }

    /** Whether an index is being made at this moment. */
    public boolean isBuilding() {
        return building.isPresent() || serving.filter(index -> !index.isComplete()).isPresent();
    }

    private boolean isFresh() {
        var at = lookedAt;
        return !at.equals(Instant.MIN) && clock.instant().isBefore(at.plus(CHECKED_EVERY));
    }

    private boolean isAskedFor() {
        return lookedAt.equals(Instant.MIN);
    }

    private void look() throws IOException {
        // Set before anything is read: what is published meanwhile asks for another look.
        lookedAt = clock.instant();
        var done = false;
        try {
            takeUpChanges();
            done = true;
        } finally {
            if (!done) refresh();
        }
    }

    private void takeUpChanges() throws IOException {
        var recipe = recipe();
        var target = target(recipe);
        if (builder.filter(Thread::isAlive).isEmpty()) {
            if (changes.countAfter(target.mark(), MOST_AT_ONCE + 1) <= MOST_AT_ONCE) {
                follow(target, recipe);
                serve(target);
            } else {
                builder = Optional.of(build(target, recipe));
            }
        }
    }

    private Recipe recipe() {
        var place = directory.current();
        var spoken = words.read();
        var names = changes.names(Recipe.named(spoken));
        var recipe =
                known.filter(k -> k.place() == place && k.words().equals(spoken))
                        .filter(k -> k.recipe().knows(names))
                        .map(Known::recipe)
                        .orElseGet(() -> new Recipe(changes.identity(), place, spoken, names));
        known = Optional.of(new Known(place, spoken, recipe));
        return recipe;
    }

    /** The index that has to be brought up to date. */
    private Generation target(Recipe recipe) throws IOException {
        if (serving.filter(index -> index.recipe().mark().equals(recipe.mark())).isPresent()) {
            return serving.get();
        }
        if (building.filter(index -> index.recipe().mark().equals(recipe.mark())).isPresent()) {
            return building.get();
        }
        building.ifPresent(this::drop);
        building = Optional.empty();
        builder = Optional.empty();
        changes.leaveForeignFuture();
        var made = open(recipe);
        if (serving.isEmpty()) serving = Optional.of(made);
        else building = Optional.of(made);
        return made;
    }

    private Generation open(Recipe recipe) throws IOException {
        if (folder.isEmpty()) {
            return new Generation(Optional.empty(), recipe);
        }
        var own = folder.get().resolve(recipe.mark());
        Files.createDirectories(own);
        try {
            return new Generation(Optional.of(own), recipe);
        } catch (CorruptIndexException | IndexFormatTooOldException unreadable) {
            LOG.warn("The search index in {} is not readable and is made anew", own, unreadable);
            delete(own);
            Files.createDirectories(own);
            return new Generation(Optional.of(own), recipe);
        }
    }

    private Thread build(Generation target, Recipe recipe) {
        return Thread.ofPlatform()
                .daemon()
                .name("search-build")
                .start(
                        () -> {
                            try {
                                follow(target, recipe);
                                workOut(target);
                                looking.lock();
                                try {
                                    serve(target);
                                } finally {
                                    looking.unlock();
                                }
                            } catch (IOException | RuntimeException e) {
                                if (!closed) {
                                    LOG.warn("The search index could not be made; tried again", e);
                                }
                            }
                        });
    }

    /** Reads what has changed, until nothing is left. Goes on where a pass was broken off. */
    private void follow(Generation target, Recipe recipe) throws IOException {
        var mark = target.mark();
        var goal = mark.isSettled() ? changes.oldestUnderWay() : mark.goal();
        for (var step = 1; !closed; step++) {
            var next = changes.after(mark, BATCH);
            for (var change : next) {
                if (change.definition().isPresent()) {
                    target.put(recipe.entry(change, change.definition().get()));
                } else {
                    target.remove(change.key());
                }
            }
            if (next.size() < BATCH) {
                // Nothing read and nothing moved on: there is nothing new to keep.
                if (!next.isEmpty() || !target.isComplete()) target.keep(Mark.settled(goal));
                return;
            }
            mark = new Mark(next.getLast().xact(), next.getLast().key(), goal);
            if (step % SHOWN_EVERY == 0) target.show();
            if (step % (SHOWN_EVERY * 4) == 0) target.keep(mark);
        }
    }

    /** Lets the index answer from now on, and takes the one before it away. */
    private void serve(Generation target) {
        if (building.filter(index -> index == target).isEmpty()) return;
        var before = serving;
        serving = building;
        building = Optional.empty();
        before.ifPresent(this::drop);
    }

    private void drop(Generation index) {
        index.close();
        index.folder().ifPresent(CatalogueIndex::delete);
    }

    /**
     * Works out the meaning of texts that are new, if nobody does it already. Words find meanwhile.
     */
    void understand() {
        if (closed || !understanding.compareAndSet(false, true)) return;
        Thread.ofPlatform()
                .daemon()
                .name("search-meaning")
                .start(
                        () -> {
                            try {
                                workOut(serving.orElseThrow());
                            } catch (IOException | RuntimeException e) {
                                if (!closed) LOG.warn("Meanings could not be worked out", e);
                            } finally {
                                understanding.set(false);
                            }
                        });
    }

    private void workOut(Generation index) throws IOException {
        while (!closed) {
            var waiting = index.waiting(TEXTS_AT_ONCE);
            if (waiting.isEmpty()) return;
            for (var text : waiting.entrySet()) {
                var meaning = new LinkedHashMap<String, float[]>();
                for (var sentence : text.getValue().sentences()) {
                    if (closed) return;
                    meaning.put(
                            sentence,
                            serving.flatMap(before -> before.meaningOf(sentence))
                                    .or(() -> index.meaningOf(sentence))
                                    .orElseGet(() -> Sentences.meaning(sentence)));
                }
                index.understand(text.getKey(), text.getValue(), meaning);
            }
            index.keepMeanings();
        }
    }

    /** Waits until every text's meaning is known; for measurements. */
    public void awaitMeaning() {
        try {
            now();
            while (builder.filter(Thread::isAlive).isPresent()) {
                builder.get().join();
            }
            workOut(now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("An old search index stays in {}", folder, e);
        }
    }

    @Override
    public void destroy() {
        closed = true;
        try {
            if (builder.isPresent()) builder.get().join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        building.ifPresent(Generation::close);
        serving.ifPresent(Generation::close);
    }
}
