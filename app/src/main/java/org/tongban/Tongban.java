package org.tongban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The platform's single deployable application. */
@SpringBootApplication
@EnableScheduling
public class Tongban {

    public static void main(String[] arguments) {
        SpringApplication.run(Tongban.class, arguments);
    }
}
