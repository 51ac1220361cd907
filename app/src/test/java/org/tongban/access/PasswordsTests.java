package org.tongban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        var hash = Optional.of(passwords.hash("hai shan 2026!"));

        assertThat(passwords.matches("hai shan 2026!", hash)).isTrue();
        assertThat(passwords.matches("hai shan 2026", hash)).isFalse();
    }

    @Test
    void aLoginThatNobodyHasIsComparedWithAHashAsDearAsAllOthers() {
        assertThat(passwords.encoder().upgradeEncoding(Passwords.NOBODY)).isFalse();
        assertThat(Passwords.NOBODY.replaceFirst("p=1.*", "p=1"))
                .isEqualTo(passwords.hash("hai shan 2026!").replaceFirst("p=1.*", "p=1"));
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    void aPasswordIsReadWholeOrNotAtAll() {
        var most = "很".repeat(Passwords.MOST_CHARACTERS);

        assertThat(passwords.matches(most + "长", Optional.of(passwords.hash(most)))).isFalse();
    }
}
