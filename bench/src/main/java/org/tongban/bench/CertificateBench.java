package org.tongban.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.tongban.crypto.FolderSigningDevice;
import org.tongban.crypto.KeyFolder;
import org.tongban.documents.CheckRefused;
import org.tongban.documents.Mark;
import org.tongban.documents.QrSquares;
import org.tongban.documents.Sheet;
import org.tongban.documents.font.SubsetFont;
import org.tongban.documents.font.SystemFonts;
import org.tongban.documents.font.TextFont;
import org.tongban.documents.ofd.OfdCheck;
import org.tongban.documents.ofd.OfdFile;
import org.tongban.documents.pdf.PdfFile;
import org.tongban.documents.seal.Authority;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealChecks;
import org.tongban.documents.seal.SealOwner;
import org.tongban.files.FileLimits;
import org.tongban.files.FolderFileStore;

/**
 * {@code bench certificates}: what the sealed files of a certificate cost. Each certificate is
 * different; its files are made and kept as the application does it, on the disk and encrypted. The
 * limit beside the figures is the raw SM2 signature on the same core.
 */
public final class CertificateBench {

    private static final String USAGE =
            """
            ./tongban bench certificates [--seconds N] [--library N] [--out FOLDER]
              --seconds  how long each figure is measured, after as long a warm-up (default 10)
              --library  how many certificates lie in the library that is searched (default 1000000; 0: left out)
              --out      where files and certificates.md go (default bench/out)
            """;

    private static final int MOST_SECONDS = 600;
    private static final int PAGE_WIDTH = 210;
    private static final int PAGE_HEIGHT = 297;
    private static final int LINES = 8;
    private static final int CHARACTERS_A_LINE = 18;

    /** Common characters: from this code point, as many as a county's certificates use. */
    private static final int FIRST_CHARACTER = 0x4E00;

    private static final int CHARACTERS = 6000;

    private static final int MOST_IN_LIBRARY = 20_000_000;

    private final Duration length;
    private final int library;
    private final Path out;
    private final Instant now;
    private final AtomicLong next = new AtomicLong();

    private CertificateBench(Duration length, int library, Path out, Instant now) {
        this.length = length;
        this.library = library;
        this.out = out;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Ends with 1, and a sentence, if no figures can be given. */
    public static void main(String[] arguments) throws IOException {
        var seconds = 10;
        var library = 1_000_000;
        var out = Path.of("bench/out");
        var given = List.of(arguments);
        if (given.contains("--help") || given.size() % 2 != 0) {
            System.out.print(USAGE);
            return;
        }
        for (var at = 0; at < given.size(); at += 2) {
            switch (given.get(at)) {
                case "--seconds" -> seconds = Integer.parseInt(given.get(at + 1));
                case "--library" -> library = Integer.parseInt(given.get(at + 1));
                case "--out" -> out = Path.of(given.get(at + 1));
                default -> {
                    System.out.print(USAGE);
                    return;
                }
            }
        }
        new CertificateBench(
                        Duration.ofSeconds(Math.clamp(seconds, 1, MOST_SECONDS)),
                        Math.clamp(library, 0, MOST_IN_LIBRARY),
                        out,
                        Clock.systemUTC().instant())
                .run();
    }

    private void run() throws IOException {
        var font =
                TextFont.open(
                        SystemFonts.find("")
                                .orElseThrow(() -> new BenchFailed(SystemFonts.ADVICE)));
        Files.createDirectories(out);
        var folder = Files.createTempDirectory(out, "certificates");
        var keys = new KeyFolder(folder.resolve("keys")).open(true);
        var device = new FolderSigningDevice(folder.resolve("seals"), new SecureRandom());
        var authority = new Authority(device, now);
        var owner = new SealOwner("market", "三都水族自治县市场监督管理局", "11990101000000019X");
        var root = authority.root();
        var maker = authority.maker(root);
        var sealer = authority.sealer(root, owner, "agency-market");
        var held =
                new HeldSeal(
                        authority.seal(maker, sealer, owner, "电子证照专用章", font),
                        sealer,
                        "agency-market");
        var store =
                new FolderFileStore(
                        folder.resolve("files"), keys.fieldCipher(), Clock.systemUTC(), 0);
        var sample = sheet(0);
        var letters = SubsetFont.of(font, sample.characters());
        var ofd = OfdFile.sealed(sample, letters, held, now, device);
        var pdf = PdfFile.sealed(sample, letters, held, now, device);
        Files.write(out.resolve("sample.ofd"), ofd);
        Files.write(out.resolve("sample.pdf"), pdf);
        var checks = new SealChecks(List.of(root), serial -> Set.<String>of().contains(serial));

        LongConsumer made =
                number -> {
                    var sheet = sheet(number);
                    var small = SubsetFont.of(font, sheet.characters());
                    keep(store, OfdFile.sealed(sheet, small, held, now, device));
                    keep(store, PdfFile.sealed(sheet, small, held, now, device));
                };
        LongConsumer unkept =
                number -> {
                    var sheet = sheet(number);
                    var small = SubsetFont.of(font, sheet.characters());
                    OfdFile.sealed(sheet, small, held, now, device);
                };
        LongConsumer checked =
                _ -> {
                    try {
                        if (!OfdCheck.check(ofd, "", checks).isGenuine()) {
                            throw new BenchFailed("our own file does not pass");
                        }
                    } catch (CheckRefused refused) {
                        throw new BenchFailed("our own file is refused: " + refused.why());
                    }
                };
        LongConsumer signed = number -> device.sign("agency-market", new byte[64]);

        var figures = new LinkedHashMap<String, String>();
        figures.put("size of the OFD", ofd.length / 1024 + " kB");
        figures.put("size of the PDF", pdf.length / 1024 + " kB");
        figures.put(
                "size of the font in it",
                letters.length / 1024 + " kB, " + sample.characters().size() + " characters");
        for (var threads : new int[] {1, 2}) {
            var many = threads == 1 ? ", one thread" : ", two threads";
            figures.put("OFD and PDF made and kept" + many, rate(made, threads));
            figures.put("OFD made" + many, rate(unkept, threads));
            figures.put("OFD checked in all steps" + many, rate(checked, threads));
            figures.put("SM2 signatures alone" + many, rate(signed, threads));
        }
        if (library > 0) figures.putAll(new LibraryFigures(length, library).measured(out));
        write(figures);
    }

    private static void keep(FolderFileStore store, byte[] file) {
        try {
            store.put(new ByteArrayInputStream(file), FileLimits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Certificates or checks a second, over the whole time, after as long a warm-up. */
    private String rate(LongConsumer work, int threads) {
        measure(work, threads);
        return String.format(Locale.ROOT, "%,.0f/s", measure(work, threads));
    }

    private double measure(LongConsumer work, int threads) {
        var done = new AtomicLong();
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = new ArrayList<java.util.concurrent.Future<?>>();
            for (var thread = 0; thread < threads; thread++) {
                tasks.add(
                        pool.submit(
                                () -> {
                                    while (System.nanoTime() < end) {
                                        work.accept(next.incrementAndGet());
                                        done.incrementAndGet();
                                    }
                                }));
            }
            for (var task : tasks) task.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new BenchFailed("a thread failed: " + e.getCause());
        }
        return done.get() * 1e9 / (System.nanoTime() - begun);
    }

    /** A certificate of this number: always the same one for the same number. */
    private static Sheet sheet(long number) {
        var random = new SplittableRandom(number);
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Frame(14, 14, 182, 269, 0.9, 0xB58B3C));
        marks.add(new Mark.Text(60, 60, 12, 3, Mark.BLACK, "食品经营许可证"));
        for (var line = 0; line < LINES; line++) {
            var text = new StringBuilder("经营者名称：");
            for (var character = 0; character < CHARACTERS_A_LINE; character++) {
                text.appendCodePoint(FIRST_CHARACTER + random.nextInt(CHARACTERS));
            }
            marks.add(new Mark.Text(34, 98 + 10 * line, 5, 0, Mark.BLACK, text.toString()));
        }
        marks.add(new Mark.Text(34, 280, 3, 0, Mark.BLACK, "证照标识：" + number));
        marks.add(QrSquares.of("https://sandu.example/verify/" + number, 34, 222, 30));
        return new Sheet(
                "食品经营许可证",
                "三都水族自治县市场监督管理局",
                PAGE_WIDTH,
                PAGE_HEIGHT,
                List.of(marks),
                new Sheet.Place(0, 126, 213),
                Map.of("ZZMC", "食品经营许可证", "ZZBH", String.valueOf(number)));
    }

    private void write(Map<String, String> figures) throws IOException {
        var text = new StringBuilder("# Sealed certificates\n\n| what | figure |\n|---|---|\n");
        figures.forEach((what, figure) -> text.append("| %s | %s |\n".formatted(what, figure)));
        Files.writeString(out.resolve("certificates.md"), text);
        System.out.print(text);
    }
}
