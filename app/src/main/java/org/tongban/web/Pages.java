package org.tongban.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Turns templates and what goes into them into finished pages. */
@Component
public final class Pages {

    private static final String TEMPLATE_PACKAGE = "org.tongban.pages";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATE_PACKAGE);

    /**
     * The page as text, for papers and tests.
     *
     * @param template as in {@link Rendered#template()}
     * @throws PageFault when the template does not exist, lacks a parameter, or is given one that
     *     it does not have
     */
    public String render(String template, Map<String, Object> parameters) {
        return new String(renderBytes(template, parameters), StandardCharsets.UTF_8);
    }

    byte[] renderBytes(String template, Map<String, Object> parameters) {
        var known = parametersOf(template);
        var unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw new PageFault(template, "has no parameter " + unknown);
        }
        var page = new Utf8ByteOutput();
        try {
            engine.render(file(template), new HashMap<>(parameters), page);
        } catch (RuntimeException fault) {
            // Whatever a template throws is a fault of the page; the names tell which value it
            // waited for in vain.
            var missing = new TreeSet<>(known.keySet());
            missing.removeAll(parameters.keySet());
            throw new PageFault(
                    template,
                    missing.isEmpty() ? "could not be rendered" : "was not given " + missing,
                    fault);
        }
        return page.toByteArray();
    }

    /** The parameters of a template, by name. */
    Map<String, Class<?>> parametersOf(String template) {
        try {
            return engine.getParamInfo(file(template));
        } catch (RuntimeException missing) {
            throw new PageFault(template, "does not exist", missing);
        }
    }

    private static String file(String template) {
        return template + ".jte";
    }
}
