package org.tongban.demonstration;

import static org.tongban.schema.Tables.ACCOUNT;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongban.access.ApiClients;
import org.tongban.access.Demonstration;
import org.tongban.accounts.Accounts;
import org.tongban.casework.Casework;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.line.LineGate;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.Directory;
import org.tongban.directory.LegalCalendar;
import org.tongban.files.FileLimits;
import org.tongban.files.FileStore;
import org.tongban.files.Receipt;
import org.tongban.home.Home;
import org.tongban.pack.PackImport;

/**
 * Fills the folder of a demonstration when it starts for the first time: the pack at once, the
 * history while the pages can already be used. Broken off, it goes on at the next start.
 */
@Component
@ConditionalOnBooleanProperty("tongban.fill")
class FillDemonstration {

    private static final int WORKERS = 8;

    /** In the mark while the pack is being imported: cut short, it is imported again. */
    private static final String IMPORTING = "importing";

    private final PackImport packs;
    private final Demonstration demonstration;
    private final Accounts accounts;
    private final Directory directory;
    private final LegalCalendar calendar;
    private final Catalogue catalogue;
    private final Casework casework;
    private final ApiClients clients;
    private final LineGate gate;
    private final FileStore files;
    private final DSLContext db;
    private final Home home;
    private final Clock clock;
    private final int cases;
    private final Path pack;
    private final int port;
    private final PrintStream out = System.out;

    FillDemonstration(
            PackImport packs,
            Demonstration demonstration,
            Accounts accounts,
            Directory directory,
            LegalCalendar calendar,
            Catalogue catalogue,
            Casework casework,
            ApiClients clients,
            LineGate gate,
            FileStore files,
            DSLContext db,
            Home home,
            Clock clock,
            @Value("${tongban.demo-cases:2000}") int cases,
            @Value("${tongban.pack:${tongban.root:.}/packs/sandu}") Path pack,
            @Value("${server.port:8080}") int port) {
        this.packs = packs;
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.directory = directory;
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.casework = casework;
        this.clients = clients;
        this.gate = gate;
        this.files = files;
        this.db = db;
        this.home = home;
        this.clock = clock;
        this.cases = cases;
        this.pack = pack;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() throws IOException {
        var mark = home.folder().resolve("demonstration");
        var begun = Files.exists(mark) ? Files.readString(mark).strip() : "";
        if (begun.isEmpty() || begun.equals(IMPORTING)) {
            if (begun.isEmpty() && directory.current().identity().isPresent()) {
                throw new IllegalStateException("这个数据库里已有别的数据，不能装入演示账号；请换一个空的数据库。");
            }
            Files.writeString(mark, IMPORTING);
            importPack();
            admitSystem();
        }
        greet();
        if (begun.startsWith("done")) {
            return;
        }
        var now =
                begun.isEmpty() || begun.equals(IMPORTING) ? clock.instant() : Instant.parse(begun);
        Files.writeString(mark, now.toString());
        gate.hold();
        Thread.ofPlatform().name("demonstration").start(() -> tellHistory(now, mark));
    }

    private void importPack() throws IOException {
        out.println("正在装入配置包 " + pack.getFileName() + " ……");
        var imported = packs.run(pack, demonstration.password());
        if (!imported.isDone()) {
            imported.errors().forEach(error -> out.println("  " + error));
            throw new IllegalStateException("配置包有错误，没有装入；./tongban pack check 列出全部问题。");
        }
        out.println("配置包已装入：" + imported.created() + " 个事项。");
    }

    private void admitSystem() {
        var clerk = directory.current().holdersOf("counter").getFirst();
        clients.admit(
                new ApiClients.Client("demo-system", "演示接入系统", ApiClients.SCOPES, clerk.id()),
                demonstration.password().orElseThrow());
    }

    private void tellHistory(Instant now, Path mark) {
        try {
            var began = System.nanoTime();
            var people = new People(db, accounts, directory);
            var place = directory.current().identity().orElseThrow();
            var workday = new Workday(calendar.of(place.region()), clock.getZone());
            var items = items();
            var sample = sample();
            var told = new AtomicInteger();
            try (var workers = Executors.newFixedThreadPool(WORKERS)) {
                for (var number = 0; number < cases; number++) {
                    var story =
                            new CaseStory(
                                    number,
                                    casework,
                                    people,
                                    workday,
                                    clock.getZone(),
                                    now,
                                    sample);
                    workers.execute(
                            () -> {
                                story.tell(items);
                                report(told.incrementAndGet());
                            });
                }
            }
            Files.writeString(mark, "done " + now);
            out.printf(
                    "演示办件已就绪：%d 件，用了 %d 秒。%n",
                    told.get(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        } catch (IOException full) {
            out.println("演示办件没有写完：" + full.getMessage());
        } finally {
            gate.open();
        }
    }

    private void report(int told) {
        if (told % 250 == 0 && told < cases) {
            out.println("  演示办件 " + told + " / " + cases);
        }
    }

    /** The main item appears more often than others: people open restaurants every day. */
    private List<PublishedItem> items() {
        var all =
                directory.current().agencies().stream()
                        .flatMap(agency -> catalogue.ofAgency(agency.key()).stream())
                        .flatMap(summary -> catalogue.current(summary.key()).stream())
                        .collect(
                                java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        var often =
                all.stream()
                        .filter(
                                item ->
                                        item.key().startsWith("food-business")
                                                || item.key().startsWith("public-place"))
                        .toList();
        for (var i = 0; i < 4; i++) {
            all.addAll(often);
        }
        return List.copyOf(all);
    }

    /**
     * One plain picture stands for every paper: its content is one file however often it is used.
     */
    private SubmittedFile sample() throws IOException {
        var image = new BufferedImage(640, 900, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 640, 900);
        canvas.setColor(new Color(0xC9D8EC));
        canvas.drawRect(24, 24, 592, 852);
        for (var line = 0; line < 16; line++) {
            canvas.fillRect(72, 140 + line * 40, 300 + 180 * (line % 3) / 2, 10);
        }
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        var receipt = files.put(new ByteArrayInputStream(bytes.toByteArray()), FileLimits.STANDARD);
        if (receipt instanceof Receipt.Stored(var file)) {
            return new SubmittedFile(
                    new UUID(0, 0), "", "", file.sm3(), file.mediaType().header(), file.size());
        }
        throw new IOException("the sample picture was not taken: " + receipt);
    }

    private void greet() {
        out.println();
        out.println("通办演示已启动：http://localhost:" + port + "/    （按 Ctrl+C 停止）");
        out.println("工作人员入口：  http://localhost:" + port + "/staff/sign-in");
        out.println();
        out.println("  账号            角色");
        db.select(ACCOUNT.LOGIN, ACCOUNT.DEMO_ROLE)
                .from(ACCOUNT)
                .where(ACCOUNT.DEMO_ROLE.isNotNull())
                .orderBy(ACCOUNT.LOGIN)
                .forEach(row -> line(row.value1(), row.value2()));
        directory.current().staff().stream()
                .filter(member -> member.demoRole().isPresent())
                .forEach(member -> line(member.login(), member.demoRole().get()));
        out.println("  所有演示账号的密码：" + demonstration.password().orElse(""));
        out.println("  接口演示系统：demo-system（同一密码，POST /oauth2/token，说明见 /api/openapi.json）");
        out.println();
    }

    private void line(String login, String role) {
        out.printf("  %-14s  %s%n", login, role);
    }
}
