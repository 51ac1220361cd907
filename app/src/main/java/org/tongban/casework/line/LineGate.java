package org.tongban.casework.line;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Holds all followers back while cases of the past are being taken over, so that nothing is done
 * today for what was done then. Open unless somebody holds it.
 */
@Component
public class LineGate {

    private final AtomicBoolean held = new AtomicBoolean();

    public void hold() {
        held.set(true);
    }

    public void open() {
        held.set(false);
    }

    boolean isHeld() {
        return held.get();
    }
}
