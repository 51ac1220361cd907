package org.tongban.pack.text;

/**
 * Something that was found in a pack.
 *
 * @param file relative to the pack
 * @param line counted from 1
 * @param keyPath such as {@code form[0].fields[2].type}; empty for the whole file
 * @param message in Chinese: what is the matter
 * @param allowed in Chinese: what may stand there; empty where the message says it
 */
public record PackFault(
        String file, int line, String keyPath, String message, String allowed, Severity severity) {

    /** Whether the pack can be imported all the same. */
    public enum Severity {
        /** The pack is refused. */
        ERROR,
        /** Worth knowing; a person decides. */
        FINDING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line of a report. */
    public String printed() {
        return "%s %s:%d%s %s%s"
                .formatted(
                        isError() ? "错误" : "提示",
                        file,
                        line,
                        keyPath.isEmpty() ? "" : " " + keyPath,
                        message,
                        allowed.isEmpty() ? "" : "（可以是：" + allowed + "）");
    }
}
