package org.tongban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.tongban.Tongban;
import org.tongban.casework.Applicant;
import org.tongban.casework.Casework;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.HeldCertificates;
import org.tongban.certificates.Origin;
import org.tongban.certificates.Verification;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.crypto.Keys;
import org.tongban.crypto.LookupHash;

/**
 * What the library of certificates does among many: entering, finding by holder and type, and the
 * check behind a QR code. Most rows are filler that nobody reads; those that are read are real,
 * signed and encrypted one by one, and lie among the others.
 */
final class LibraryFigures {

    private static final String TYPE = "business-licence";

    /** Real ones, so many that the caches of the server do not hold all they touch. */
    private static final int REAL = 20_000;

    private static final int AT_ONCE = 1_000;
    private static final int SIGNED_BYTES = 64;

    private static final int FILLED_AT_ONCE = 200_000;

    private final Duration length;
    private final int many;

    LibraryFigures(Duration length, int many) {
        this.length = length;
        this.many = many;
    }

    /** Figures by what they say. */
    Map<String, String> measured(Path out) throws IOException {
        var data = out.resolve("library-data").toAbsolutePath();
        try (var server = DurableServer.start(data);
                var database = server.createDatabase("library", 4);
                var context = started(database.getJdbcUrl())) {
            fill(database);
            return measured(context, database);
        }
    }

    private static ConfigurableApplicationContext started(String url) throws IOException {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", "0");
        properties.put("TONGBAN_DB_URL", url);
        properties.put("TONGBAN_DB_USER", "postgres");
        properties.put("TONGBAN_DB_CONNECTIONS", "4");
        properties.put("TONGBAN_HOME", Files.createTempDirectory("tongban-library-").toString());
        properties.put("tongban.demo", "true");
        properties.put("tongban.fill", "false");
        properties.put("tongban.pack", Path.of("packs", "sandu").toString());
        properties.put("logging.level.org.tongban", "warn");
        return new SpringApplicationBuilder(Tongban.class)
                .initializers(
                        made ->
                                made.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(new MapPropertySource("bench", properties)))
                .run();
    }

    private void fill(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            for (var from = 1; from <= many; from += FILLED_AT_ONCE) {
                var to = Math.min(many, from + FILLED_AT_ONCE - 1);
                // As long as a real one: content 900 bytes, signature 72.
                statement.execute(
                        """
                        INSERT INTO certificate (certificate_id, case_id, type_key, identifier, number, agency_key, holder_name,
                               holder_hash, issued_on, valid_until, status, verify_token, content, signature, key_id, documents_made)
                        SELECT gen_random_uuid(), gen_random_uuid(), (ARRAY['business-licence', 'food-business', 'tobacco-retail'])[1 + n %% 3],
                               'filler.' || n, 'F' || lpad(n::text, 15, '0'), 'market', 'filler',
                               sha256(((n * 7919) %% 4000003)::text::bytea), date '2026-01-01' - (n %% 3000)::int, date '2030-01-01', 'valid',
                               'filler-' || md5(n::text), decode(repeat(md5(n::text), 56), 'hex'), decode(repeat(md5(n::text), 5), 'hex'),
                               'filler', true
                          FROM generate_series(%d::bigint, %d::bigint) AS n
                        """
                                .formatted(from, to));
                System.out.println("bench: %,d of %,d certificates".formatted(to, many));
            }
        } catch (SQLException failure) {
            throw new BenchFailed("the library could not be filled", failure);
        }
    }

    private Map<String, String> measured(
            ConfigurableApplicationContext context, DataSource database) {
        var certificates = context.getBean(Certificates.class);
        var held = context.getBean(HeldCertificates.class);
        var verify = context.getBean(VerifyCertificate.class);
        var lookup = context.getBean(LookupHash.class);
        var keys = context.getBean(Keys.class);
        var begun = System.nanoTime();
        for (var from = 0; from < REAL; from += AT_ONCE) {
            certificates.enterWithoutCase(entries(from, lookup));
        }
        var entered = REAL * 1e9 / (System.nanoTime() - begun);
        analyse(database);
        IntConsumer query =
                at -> {
                    if (held.of(holder(at % REAL, lookup), TYPE).isEmpty()) {
                        throw new BenchFailed("a certificate is not found");
                    }
                };
        IntConsumer code =
                at -> {
                    var found = certificates.withToken("real-" + at % REAL).orElseThrow();
                    if (verify.verify(found).verdict() != Verification.Verdict.VALID) {
                        throw new BenchFailed("a certificate does not verify");
                    }
                };
        var bytes = new byte[SIGNED_BYTES];
        var signer = keys.signer();
        var signature = signer.sign(bytes);
        var verifier = keys.verifier(signer.keyId()).orElseThrow();
        var figures = new LinkedHashMap<String, String>();
        figures.put("certificates in the library", "%,d".formatted(many + REAL));
        figures.put("entered, signed and encrypted, 1,000 a statement", rate(entered));
        figures.put("found by holder and type, signature checked, one thread", rate(query));
        figures.put("checked by the token of a QR code, one thread", rate(code));
        figures.put("SM2 signatures of the register's key alone", rate(_ -> signer.sign(bytes)));
        figures.put(
                "SM2 checks of the register's key alone",
                rate(_ -> verifier.verifies(bytes, signature)));
        return figures;
    }

    private static List<Certificates.Entry> entries(int from, LookupHash lookup) {
        var entries = new ArrayList<Certificates.Entry>();
        for (var at = from; at < from + AT_ONCE; at++) {
            entries.add(
                    new Certificates.Entry(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            "real-" + at,
                            holder(at, lookup),
                            content(at)));
        }
        return entries;
    }

    private static byte[] holder(int at, LookupHash lookup) {
        return lookup.of("HOLDER" + at, Casework.APPLICANT);
    }

    private static CertificateContent content(int at) {
        return new CertificateContent(
                "real." + at,
                "R%015d".formatted(at),
                TYPE,
                "11990101000000019X003",
                "营业执照",
                new CertificateContent.Holder(Applicant.Kind.FIRM, "某某商行" + at, "HOLDER" + at),
                new CertificateContent.Issuer("market", "市场监督管理局", "11990101000000019X"),
                "",
                LocalDate.of(2026, 1, 1),
                null,
                List.of(
                        new CertificateContent.Line("businessName", "名称", "某某商行" + at),
                        new CertificateContent.Line("premises", "住所（经营场所）", "三合街道中华路 " + at + " 号"),
                        new CertificateContent.Line("scope", "经营范围", "日用百货、食品销售、餐饮服务")),
                Origin.DIRECT,
                1);
    }

    private static void analyse(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE certificate");
        } catch (SQLException failure) {
            throw new BenchFailed("the library could not be brought up to date", failure);
        }
    }

    private String rate(IntConsumer work) {
        measure(work);
        return rate(measure(work));
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    private double measure(IntConsumer work) {
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        var done = 0;
        while (System.nanoTime() < end) {
            work.accept(scattered(done));
            done++;
        }
        return done * 1e9 / (System.nanoTime() - begun);
    }

    /** Neighbours in time are no neighbours in the library. */
    private static int scattered(int at) {
        return (int) (at * 7_919L % REAL);
    }
}
