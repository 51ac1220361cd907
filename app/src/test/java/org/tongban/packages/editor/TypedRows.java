package org.tongban.packages.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.packages.PackageDefinition;

/** What a browser would send back from the rows of a package when nobody typed anything. */
public final class TypedRows {

    private TypedRows() {}

    public static Map<String, String> of(PackageDefinition pack) {
        return new LinkedHashMap<>(PackageRows.of(pack).typed());
    }
}
