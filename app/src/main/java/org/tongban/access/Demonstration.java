package org.tongban.access;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this installation is a demonstration, whose accounts are invented and open to all. */
@Component
public final class Demonstration {

    private final boolean on;
    private final String password;

    /**
     * Reads the settings {@code tongban.demo} and {@code tongban.demo-password}.
     *
     * @param password of every invented account; shown on the sign-in pages
     */
    public Demonstration(
            @Value("${tongban.demo:false}") boolean on,
            @Value("${tongban.demo-password:tongban-2026}") String password) {
        this.on = on;
        this.password = password;
    }

    public boolean isOn() {
        return on;
    }

    /** The password of every invented account; empty where people are real. */
    public Optional<String> password() {
        return on ? Optional.of(password) : Optional.empty();
    }
}
