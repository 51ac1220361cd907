package org.tongban.casework;

import java.util.Locale;
import org.tongban.law.LegalBasis;

/** How far a paper that somebody keeps here may be relied on, the best first. */
@LegalBasis("practice/old-paper/trust")
public enum Trust {
    /** Made by its issuer, with its seal: serves as it is. */
    A,
    /** Compared with the original by an office: serves as it is. */
    B,
    /** Handed in or taken over without anybody having compared it: the original decides. */
    C,
    /** Made by its holder, who vouches for it. */
    D;

    /** In keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an office may rely on it without seeing the original. */
    public boolean serves() {
        return this == A || this == B;
    }
}
