package org.tongban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform's single deployable application. */
@SpringBootApplication
public class Tongban {

    public static void main(String[] arguments) {
        SpringApplication.run(Tongban.class, arguments);
    }
}
