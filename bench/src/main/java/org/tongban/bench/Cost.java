package org.tongban.bench;

/**
 * What one contender made the server do in one round, counted by the server itself.
 *
 * @param statements executed on the contender's database, without BEGIN, COMMIT and ROLLBACK; each
 *     member of a JDBC batch counts
 * @param durableCommits transaction ids the server gave out: only a transaction that writes takes
 *     one, and with these settings its commit waits for the disk. COMMIT statements are not
 *     counted, because pg_stat_statements loses utility statements that a driver prepares by name
 * @param walBytes that its statements wrote to the write-ahead log
 * @param fullPages page images the contender's statements put into the log, part of {@code
 *     walBytes}
 */
record Cost(long statements, long durableCommits, long walBytes, long fullPages) {}
