package org.tongban.pack.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads one YAML text into nodes with their lines. */
final class YamlNodes {

    /** No pack nests deeper than eight; a hostile file must not exhaust the stack. */
    private static final int DEEPEST = 30;

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String file;
    private final List<PackFault> faults;

    private YamlNodes(String file, List<PackFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The text cannot be read further. */
    private static final class Unreadable extends Exception {
        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }
    }

    /** The file's root; an empty mapping beside a fault when it cannot be read. */
    static Node read(String file, String text, List<PackFault> faults) {
        var reader = new YamlNodes(file, faults);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) throw new Unreadable(1, "文件是空的");
            return reader.node(parser, "", 0);
        } catch (Unreadable e) {
            reader.report(e.line, "", String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            var where = e.getLocation();
            reader.report(
                    where == null ? 1 : Math.max(1, where.getLineNr()),
                    "",
                    "不是正确的 YAML：" + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        return new Node.Mapping(new LinkedHashMap<>(), new HashMap<>(), 1);
    }

    private Node node(JsonParser parser, String path, int depth) throws Unreadable {
        var line = line(parser);
        if (depth > DEEPEST) throw new Unreadable(line, "层次太深，最多 " + DEEPEST + " 层");
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, path, depth, line);
            case START_ARRAY -> listing(parser, path, depth, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Node.Scalar(parser.getString(), Node.Kind.NUMBER, line);
            case VALUE_TRUE, VALUE_FALSE ->
                    new Node.Scalar(parser.getString(), Node.Kind.TRUTH, line);
            case VALUE_NULL -> new Node.Scalar("", Node.Kind.NOTHING, line);
            default -> new Node.Scalar(parser.getString(), Node.Kind.TEXT, line);
        };
    }

    private Node mapping(JsonParser parser, String path, int depth, int line) throws Unreadable {
        var entries = new LinkedHashMap<String, Node>();
        var keyLines = new HashMap<String, Integer>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var keyLine = line(parser);
            var keyPath = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            var value = node(parser, keyPath, depth + 1);
            if (entries.putIfAbsent(key, value) != null) {
                report(keyLine, keyPath, "同一个键写了两次，第一次在第 " + keyLines.get(key) + " 行");
            }
            keyLines.putIfAbsent(key, keyLine);
        }
        return new Node.Mapping(entries, keyLines, line);
    }

    private Node listing(JsonParser parser, String path, int depth, int line) throws Unreadable {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, path + "[" + items.size() + "]", depth + 1));
        }
        return new Node.Listing(items, line);
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private void report(int line, String path, String message) {
        faults.add(new PackFault(file, line, path, message, "", PackFault.Severity.ERROR));
    }
}
