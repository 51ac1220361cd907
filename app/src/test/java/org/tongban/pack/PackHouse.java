package org.tongban.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jooq.autoconfigure.SpringTransactionProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.tongban.TestDatabase;
import org.tongban.access.Passwords;
import org.tongban.accounts.Accounts;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.life.DraftLife;
import org.tongban.catalogue.life.DraftStore;
import org.tongban.catalogue.publish.ChangeBase;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.PublishItems;
import org.tongban.catalogue.search.CatalogueIndex;
import org.tongban.catalogue.search.Finder;
import org.tongban.catalogue.search.WordBook;
import org.tongban.crypto.KeyFolder;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.directory.Absences;
import org.tongban.directory.Directory;
import org.tongban.packages.Packages;
import org.tongban.packages.Zones;

/** The part of the application that a pack fills, on a database of its own. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@Import({
    Passwords.class,
    Absences.class,
    Directory.class,
    Accounts.class,
    Catalogue.class,
    BaseList.class,
    ChangeBase.class,
    PublishItem.class,
    WordBook.class,
    CatalogueIndex.class,
    Finder.class,
    PublishItems.class,
    CertificateTypes.class,
    SharedResources.class,
    Packages.class,
    Zones.class,
    CheckEntry.class,
    GuideCheck.class,
    DraftStore.class,
    DraftLife.class,
    PackImport.class,
    PackExport.class,
    ForeignItems.class
})
public class PackHouse {

    /**
     * A house that has the pack of Sandu already, without its applicants. The pack is imported once
     * in a run; every further house stands on a copy, which takes a tenth of a second.
     *
     * @param more rooms beside those of a pack
     */
    public static AnnotationConfigApplicationContext withSandu(Class<?>... more) {
        return on(TestDatabase.copyOf("sandu", PackHouse::importSandu), more);
    }

    private static void importSandu(TestDatabase database) {
        try (var house = on(database)) {
            house.getBean(PackImport.class).run(SanduPackTests.SANDU, Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AnnotationConfigApplicationContext on(TestDatabase database, Class<?>... more) {
        var house = new AnnotationConfigApplicationContext();
        house.registerBean(TestDatabase.class, () -> database);
        house.register(PackHouse.class);
        for (var room : more) {
            house.register(room);
        }
        house.refresh();
        return house;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    RowIds ids(Clock clock) {
        return new RowIds(clock);
    }

    @Bean
    Keys keys() throws IOException {
        return new KeyFolder(Files.createTempDirectory("pack-keys").resolve("keys")).open(true);
    }

    @Bean
    PlatformTransactionManager transactions(javax.sql.DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    /** Its own empty one, unless the house was given one. */
    @Bean
    javax.sql.DataSource source(ObjectProvider<TestDatabase> given) {
        return given.getIfAvailable(TestDatabase::fresh).dataSource();
    }

    @Bean
    DSLContext db(javax.sql.DataSource source, PlatformTransactionManager transactions) {
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)));
        configuration.set(new SpringTransactionProvider(transactions));
        return DSL.using(configuration);
    }
}
