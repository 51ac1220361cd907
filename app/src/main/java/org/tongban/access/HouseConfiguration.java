package org.tongban.access;

import static org.tongban.schema.tables.Person.PERSON;
import static org.tongban.schema.tables.Staff.STAFF;

import java.time.Clock;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.crypto.KeyFolder;
import org.tongban.crypto.Keys;
import org.tongban.home.Home;

/** The clock and the keys of the running application. */
@Configuration(proxyBeanMethods = false)
class HouseConfiguration {

    /** Legal days are days of Beijing time, wherever the machine stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /** Keys are made for an empty database only: what lost keys encrypted would be lost. */
    @Bean
    Keys keys(Home home, DSLContext db) {
        var empty = !db.fetchExists(PERSON) && !db.fetchExists(STAFF);
        return new KeyFolder(home.keys()).open(empty);
    }
}
