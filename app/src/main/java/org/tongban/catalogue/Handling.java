package org.tongban.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item provides for beyond the usual way: passed up, decided by rules, reviewed in advance.
 *
 * @param forward absent: decided here
 * @param automatic absent: always by people
 * @param simulated whether it may be reviewed while a precondition is missing; absent: it may not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Handling(
        @Nullable Forward forward, @Nullable Automatic automatic, @Nullable Boolean simulated) {

    /**
     * 上报: reviewed here first, decided by a higher authority.
     *
     * @param authority its name
     * @param days working days that it has, for people to know; it answers for them itself
     */
    public record Forward(String authority, int days) {}

    /**
     * 秒批: decided by rules when every one of them is proven.
     *
     * @param samplePercent of those decided, that a person looks at afterwards
     */
    public record Automatic(List<Rule> rules, int samplePercent) {
        public Automatic {
            rules = List.copyOf(rules);
        }
    }

    /**
     * One rule.
     *
     * @param says what it asks, in words
     * @param when CEL over situation, form, applicant and held; what is not answered, or not held,
     *     proves nothing
     */
    public record Rule(String key, String says, String when) {}

    public boolean isSimulated() {
        return Boolean.TRUE.equals(simulated);
    }
}
