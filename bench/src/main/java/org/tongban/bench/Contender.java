package org.tongban.bench;

import javax.sql.DataSource;

/**
 * One engine under measurement. It is prepared once, then called by many threads at once, and is
 * given nothing but an empty database of its own: pool, server and input are the same for all.
 */
public interface Contender extends AutoCloseable {

    /** Product and version, as the report shows it; its first word is what {@code --only} takes. */
    String name();

    /** Creates the tables and deploys the model. Not measured. */
    void prepare(DataSource database);

    /**
     * What was chosen or left at its default and bears on the figures, read from the running engine
     * where it can be. Asked after {@link #prepare}.
     */
    String settings();

    /**
     * Carries one case from application to delivery: every {@link Act} once, in order, each through
     * {@code acts} and each in a durable transaction of its own.
     *
     * @param number never given twice to one contender; {@link Application#of} makes the input of
     *     it
     */
    void runCase(long number, Acts acts);

    /** Whether acts of so many callers may share a commit, each still answered after it. */
    default boolean sharesCommits(int callers) {
        return false;
    }

    /**
     * How many cases stand as finished in the contender's own history, to check that work was done.
     */
    long finishedCases();

    @Override
    void close();
}
