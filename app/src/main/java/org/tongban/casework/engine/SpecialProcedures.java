package org.tongban.casework.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.law.LegalBasis;

/**
 * The dictionary of special procedures: the eight of article 45, whose time is not counted, and
 * what the place adds with a legal basis of its own. A site visit or an announcement stops no clock
 * unless a law that is named here says so.
 */
@LegalBasis("licensing/45")
public final class SpecialProcedures {

    private final Map<String, Kind> kinds;

    /**
     * One kind.
     *
     * @param basis law and article
     * @param stops whether its time is not counted
     */
    public record Kind(String name, String basis, boolean stops) {}

    private SpecialProcedures(Map<String, Kind> kinds) {
        this.kinds = kinds;
    }

    /** The eight of the law alone. */
    public static SpecialProcedures ofTheLaw() {
        return with(List.of());
    }

    /**
     * The eight of the law and others. What the law says of its eight cannot be said differently.
     */
    public static SpecialProcedures with(Collection<Kind> more) {
        var kinds = new LinkedHashMap<String, Kind>();
        more.forEach(kind -> kinds.put(kind.name(), kind));
        Article45.KINDS.forEach(name -> kinds.put(name, new Kind(name, Article45.NAME, true)));
        return new SpecialProcedures(kinds);
    }

    public Optional<Kind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
