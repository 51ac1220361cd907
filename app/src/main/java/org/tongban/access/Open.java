package org.tongban.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens one handler. A handler without it does not exist for callers: the answer is 404. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    Door door();

    /** What the caller does, for the log: a noun and a past participle, {@code case.accepted}. */
    String audit();

    /**
     * Needed beside the door. Of staff a right of a post: {@code accept review decide deliver
     * supervise administer draft-entries review-staffing review-law merge-persons}; of systems a
     * scope, such as {@code cases.read}. Empty: none.
     */
    String right() default "";
}
