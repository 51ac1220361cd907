package org.tongban.stories;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * How a page is built, without what it says: its elements, their classes, states and roles, and
 * whether there is text in them; rows that are built alike count once. The check of accessibility
 * sees nothing else, so that one page of a build and a width is enough in one run.
 */
final class Build {

    private static final String READ =
            """
            () => {
              const values = new Set(['class', 'role', 'type', 'lang', 'open', 'hidden', 'disabled',
                'checked', 'tabindex', 'autocomplete', 'scope', 'aria-current', 'aria-expanded',
                'aria-hidden', 'aria-invalid', 'aria-live', 'aria-sort']);
              const names = a => a.value.trim() === '' ? a.name + '-empty' : a.name;
              const build = e => {
                const own = [...e.attributes]
                  .map(a => values.has(a.name) ? a.name + '=' + a.value : names(a)).sort().join(' ');
                let inner = '', before = null;
                for (const child of e.children) {
                  const built = build(child);
                  if (built !== before) inner += built;
                  before = built;
                }
                const says = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim() !== '');
                return '<' + e.tagName + ' ' + own + (says ? ' says' : '') + '>' + inner + '</>';
              };
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              const twice = ids.length !== new Set(ids).size;
              return window.innerWidth + (twice ? ' twice ' : ' ') + build(document.documentElement);
            }
            """;

    /** A file for each build that was met, shared by the processes of a run. */
    private static final Path SEEN =
            Path.of(
                    System.getProperty("tongban.root", ".."),
                    "app/target/builds",
                    System.getProperty("tongban.run", "run-" + ProcessHandle.current().pid()));

    private Build() {}

    /** Whether no page of this build was asked about in this run. */
    static boolean isNew(Page page) {
        var build = String.valueOf(page.evaluate(READ)).getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(SEEN);
            Files.createFile(SEEN.resolve(UUID.nameUUIDFromBytes(build).toString()));
            return true;
        } catch (FileAlreadyExistsException met) {
            return false;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
