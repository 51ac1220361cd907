package org.tongban.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The addresses of what pages load. Each carries a mark of its content, so that browsers may keep
 * it for a year and still fetch the new one on the day it changes.
 */
@Component
public final class Assets {

    private static final int MARK_LENGTH = 10;

    private final String stylesheet = marked("web/tongban.css");
    private final String staffStylesheet = marked("web/staff.css");
    private final String printStylesheet = marked("web/print.css");
    private final String elderStylesheet = marked("web/elder.css");
    private final String paperStylesheet = marked("web/paper.css");
    private final String script = marked("web/tongban.js");
    private final String htmx = "/webjars/htmx.org/" + htmxVersion() + "/dist/htmx.min.js";

    public String stylesheet() {
        return stylesheet;
    }

    /** What staff pages load beside {@link #stylesheet}. */
    public String staffStylesheet() {
        return staffStylesheet;
    }

    /** What every page loads when it goes to paper. */
    public String printStylesheet() {
        return printStylesheet;
    }

    /** What the elder version loads beside the others. */
    public String elderStylesheet() {
        return elderStylesheet;
    }

    /** What official papers load beside {@link #stylesheet}. */
    public String paperStylesheet() {
        return paperStylesheet;
    }

    public String script() {
        return script;
    }

    public String htmx() {
        return htmx;
    }

    /** The address of a file below {@code static/}, with the mark of its content. */
    public static String marked(String path) {
        try (InputStream content = new ClassPathResource("static/" + path).getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/" + path + "?v=" + HexFormat.of().formatHex(digest).substring(0, MARK_LENGTH);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Read from the artifact, so that a new version of it needs no change here. */
    private static String htmxVersion() {
        var properties = new Properties();
        try (InputStream pom =
                new ClassPathResource("META-INF/maven/org.webjars.npm/htmx.org/pom.properties")
                        .getInputStream()) {
            properties.load(pom);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return properties.getProperty("version", "");
    }
}
