package org.tongban.pack.check;

import java.util.List;
import java.util.Set;
import org.tongban.codes.CodeFault;
import org.tongban.codes.Parsed;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackFault.Severity;

/**
 * Takes down what is wrong in one file.
 *
 * @param file by its path in the pack
 * @param faults receives them
 */
record FaultSheet(String file, List<PackFault> faults) {

    /** Something to do with each value of a list and its path. */
    interface Step {
        void with(Node node, String path);
    }

    static void each(List<Node> list, String path, Step step) {
        for (var i = 0; i < list.size(); i++) {
            step.with(list.get(i), path + "[" + i + "]");
        }
    }

    /** The path of a key below another; the top of a file has none. */
    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void error(Node node, String path, String key, String message) {
        error(node, path, key, message, "");
    }

    void error(Node node, String path, String key, String message, String allowed) {
        errorAt(node.lineOf(key), below(path, key), message, allowed);
    }

    void errorAt(int line, String keyPath, String message, String allowed) {
        faults.add(new PackFault(file, line, keyPath, message, allowed, Severity.ERROR));
    }

    void finding(Node node, String path, String key, String message) {
        findingAt(node.lineOf(key), below(path, key), message, "");
    }

    void findingAt(int line, String keyPath, String message, String allowed) {
        faults.add(new PackFault(file, line, keyPath, message, allowed, Severity.FINDING));
    }

    /** A value may stand under the key only once in the list. */
    void unique(List<Node> list, String path, String key) {
        Duplicates.find(list, key)
                .forEach(twice -> errorAt(twice.line(), below(path, key), twice.message(), ""));
    }

    /**
     * What stands under the key, if anything, has to be known.
     *
     * @param allowed in words: what may stand there
     */
    void reference(Node node, String path, String key, Set<String> known, String allowed) {
        node.at(key).ifPresent(value -> known(value, below(path, key), known, allowed));
    }

    void known(Node value, String keyPath, Set<String> known, String allowed) {
        if (!value.text().isEmpty() && !known.contains(value.text())) {
            errorAt(value.line(), keyPath, "没有“" + value.text() + "”", allowed);
        }
    }

    /** Reads a code. */
    interface CodeReader {
        Parsed<?> read(String typed);
    }

    /** What stands under the key, if anything, has to be a code of that kind. */
    void code(Node node, String path, String key, CodeReader reader) {
        node.at(key)
                .filter(value -> !value.text().isEmpty())
                .flatMap(value -> reader.read(value.text()).fault())
                .ifPresent(fault -> error(node, path, key, "号码不对：" + words(fault)));
    }

    static String words(CodeFault fault) {
        return switch (fault) {
            case EMPTY -> "没有填写";
            case WRONG_LENGTH -> "位数不对";
            case FIFTEEN_DIGITS -> "15 位的旧号码已停用";
            case WRONG_CHARACTER -> "有不该出现的字符";
            case WRONG_PARTS -> "分段不对";
            case WRONG_CHECK -> "校验位不对";
            case WRONG_INNER_CHECK -> "里面组织机构代码的校验位不对";
            case IMPOSSIBLE_DATE -> "里面的日期不存在";
            case UNKNOWN_TYPE -> "里面的事项类型不在表中";
            case UNKNOWN_LEVEL -> "里面的行使层级不在表中";
            case ISSUER_NOT_CREDIT_CODE -> "颁发机构不是统一社会信用代码";
        };
    }
}
