package org.tongban.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cites the requirements that the annotated rule, number or state carries out. A test holds the
 * citations and the folder {@code law/} together in both directions: every id cited exists, and
 * every requirement marked as carried out is cited.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.TYPE,
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.CONSTRUCTOR,
    ElementType.RECORD_COMPONENT
})
public @interface LegalBasis {

    /** Ids of requirements as they stand in {@code law/}, such as {@code licensing/42/1}. */
    String[] value();

    /**
     * How a doubtful wording was read, with the number of its question, such as {@code Q-007: …}.
     * Empty when the wording leaves no doubt.
     */
    String reading() default "";
}
