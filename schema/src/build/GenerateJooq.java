import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of the schema: starts a real PostgreSQL, lets Flyway migrate it, reads what
 * is there. A renamed column therefore breaks the build. Runs as a source file before compilation;
 * does nothing while the migrations are the ones of the last run (a stamp beside the classes tells).
 */
public class GenerateJooq {

    public static void main(String[] arguments) throws Exception {
        var migrations = Path.of(arguments[0]);
        var target = Path.of(arguments[1]);
        var stamp = target.resolve("migrations.sm");
        var fingerprint = fingerprint(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            System.out.println("jOOQ classes are those of the migrations; nothing to generate");
            return;
        }
        // Speed matters here and durability does not: this database lives for seconds.
        try (var database = EmbeddedPostgres.builder().start()) {
            Flyway.configure()
                    .dataSource(database.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(database, target));
        }
        Files.writeString(stamp, fingerprint);
    }

    private static Configuration configuration(EmbeddedPostgres database, Path target) {
        return new Configuration()
                .withJdbc(new Jdbc().withUrl(database.getJdbcUrl("postgres", "postgres")))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history|spring_session.*"))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withDaos(false)
                                .withPojos(false)
                                .withJavaTimeTypes(true)
                                .withGlobalObjectReferences(true))
                        .withTarget(new Target()
                                .withPackageName("org.tongban.schema")
                                .withDirectory(target.toString())));
    }

    private static String fingerprint(Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.list(migrations)) {
            files.sorted().forEach(file -> {
                try {
                    digest.update(file.getFileName().toString().getBytes());
                    digest.update(Files.readAllBytes(file));
                } catch (IOException unreadable) {
                    throw new java.io.UncheckedIOException(unreadable);
                }
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
