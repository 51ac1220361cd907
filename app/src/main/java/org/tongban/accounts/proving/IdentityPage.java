package org.tongban.accounts.proving;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.Tag;

/**
 * How it is known who somebody is.
 *
 * @param facts name and numbers, masked
 * @param meaning what the level lets one do
 * @param raise how it becomes more certain; empty when nothing is left to do
 * @param proofs every check, the last first
 */
public record IdentityPage(
        Tag level, String meaning, String raise, List<Answer> facts, List<Line> proofs) {

    public IdentityPage {
        facts = List.copyOf(facts);
        proofs = List.copyOf(proofs);
    }

    /** One check, ready to read. */
    public record Line(String at, String what, String by) {}
}
