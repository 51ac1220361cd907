package org.tongban.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tongban.home.Home;

/** The one data source of the application: external by {@code TONGBAN_DB_URL}, else embedded. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Home home(Environment environment) {
        var stated = environment.getProperty("TONGBAN_HOME", "");
        var home =
                Home.of(
                        stated.isBlank()
                                ? System.getenv()
                                : java.util.Map.of("TONGBAN_HOME", stated));
        home.prepare();
        return home;
    }

    @Bean(destroyMethod = "close")
    EmbeddedDatabaseSlot embeddedDatabase(
            Home home,
            @Value("${TONGBAN_DB_URL:}") String url,
            ObjectProvider<StartingDatabase> begun)
            throws IOException {
        if (!url.isBlank()) {
            return new EmbeddedDatabaseSlot(Optional.empty());
        }
        var starting = begun.getIfAvailable();
        return new EmbeddedDatabaseSlot(
                Optional.of(
                        starting == null
                                ? EmbeddedDatabase.start(home.database(), home.binaries())
                                : starting.await()));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            EmbeddedDatabaseSlot slot,
            @Value("${TONGBAN_DB_URL:}") String url,
            @Value("${TONGBAN_DB_USER:}") String user,
            @Value("${TONGBAN_DB_PASSWORD:}") String password,
            @Value("${TONGBAN_DB_CONNECTIONS:20}") int connections)
            throws SQLException {
        var source = new HikariDataSource();
        source.setJdbcUrl(slot.database().map(EmbeddedDatabase::url).orElse(url));
        slot.database()
                .map(EmbeddedDatabase::user)
                .or(() -> stated(user))
                .ifPresent(source::setUsername);
        slot.database()
                .map(EmbeddedDatabase::password)
                .or(() -> stated(password))
                .ifPresent(source::setPassword);
        source.setMaximumPoolSize(connections);
        // A page rather says "try again" than waits half a minute for a database that is coming
        // back.
        source.setConnectionTimeout(5_000);
        source.addDataSourceProperty("reWriteBatchedInserts", "true");
        source.addDataSourceProperty("prepareThreshold", "3");
        source.addDataSourceProperty("ApplicationName", "tongban");
        Durability.check((DataSource) source);
        return source;
    }

    private static Optional<String> stated(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /**
     * Holds the embedded database, if this installation has one, for as long as the context lives.
     */
    record EmbeddedDatabaseSlot(Optional<EmbeddedDatabase> database) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (database.isPresent()) {
                database.get().close();
            }
        }
    }
}
