package org.tongban.openapi;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.tongban.calendar.Calendars;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.engine.CasePolicy;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.casework.notice.OfficeName;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.Keys;
import org.tongban.crypto.LookupHash;
import org.tongban.files.FileStore;
import org.tongban.files.FolderFileStore;
import org.tongban.home.Home;

/** What the application wires around the interface, where it does not do so by itself. */
@TestConfiguration(proxyBeanMethods = false)
class SystemsSurroundings {

    static final String REGION = "990101000000";

    @Bean
    @ConditionalOnMissingBean
    FieldCipher fieldCipher(Keys keys) {
        return keys.fieldCipher();
    }

    @Bean
    @ConditionalOnMissingBean
    LookupHash lookupHash(Keys keys) {
        return keys.lookupHash();
    }

    @Bean
    @ConditionalOnMissingBean
    FileStore fileStore(Home home, FieldCipher cipher, Clock clock) {
        Path folder = home.files();
        return new FolderFileStore(folder, cipher, clock, 1_000_000);
    }

    @Bean
    @ConditionalOnMissingBean
    PlaceSettings.Source placeSettings() {
        return () ->
                new PlaceSettings(
                        REGION,
                        ZoneId.of("Asia/Shanghai"),
                        Calendars.national().of(REGION),
                        CasePolicy.defaults(),
                        "12345",
                        "某县人民政府",
                        "某县人民法院");
    }

    @Bean
    @ConditionalOnMissingBean
    OfficeName.Source officeNames() {
        return agency -> new OfficeName("某县市场监督管理局", "某市监", "12345", "12345");
    }

    @Bean
    @ConditionalOnMissingBean
    Follower follower() {
        return new Follower() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void follow(CaseLine line) {}
        };
    }
}
