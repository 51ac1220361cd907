package org.tongban;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.tongban.commands.Commands;

/** The platform's single deployable application. */
@SpringBootApplication
@EnableScheduling
public class Tongban {

    /** Runs the command of the launcher; without one it serves. */
    public static void main(String[] arguments) {
        var exit = new Commands(Tongban.class, System.out).run(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
