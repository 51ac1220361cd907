package org.tongban;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.FolderSigningDevice;
import org.tongban.crypto.Keys;
import org.tongban.crypto.LookupHash;
import org.tongban.crypto.SigningDevice;
import org.tongban.files.FileStore;
import org.tongban.files.FolderFileStore;
import org.tongban.home.Home;

/** The ground floor's tools, made of this installation's keys and folder. */
@Configuration(proxyBeanMethods = false)
class Tools {

    /**
     * Kept free so that the database can still write when files have filled the rest of the disk.
     */
    private static final long RESERVED_BYTES = 200L * 1024 * 1024;

    /** jOOQ asks a logger about every statement unless told that nobody listens. */
    @Bean
    DefaultConfigurationCustomizer quietStatements() {
        return configuration -> configuration.settings().withExecuteLogging(false);
    }

    @Bean
    FieldCipher fieldCipher(Keys keys) {
        return keys.fieldCipher();
    }

    @Bean
    LookupHash lookupHash(Keys keys) {
        return keys.lookupHash();
    }

    /** A hardware module takes this bean's place. */
    @Bean
    SigningDevice signingDevice(Home home) {
        return new FolderSigningDevice(home.keys().resolve("seals"), new SecureRandom());
    }

    @Bean
    FileStore fileStore(Home home, Keys keys, Clock clock) {
        return new FolderFileStore(home.files(), keys.fieldCipher(), clock, RESERVED_BYTES);
    }
}
