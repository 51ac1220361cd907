package org.tongban.accounts;

import java.util.List;

/** In which services somebody may act for another. */
public sealed interface Scope {

    /** Whether it takes a service in. */
    boolean covers(Service service);

    /** As it is stored beside the key it names; empty for everything. */
    String key();

    /**
     * A service as this module needs to know it.
     *
     * @param key of the item, or of several that are applied for as one
     * @param themes to which it belongs
     * @param parts what is applied for as one; empty for a service by itself
     */
    record Service(String key, List<String> themes, List<Service> parts) {
        public Service {
            themes = List.copyOf(themes);
            parts = List.copyOf(parts);
        }

        /** A service by itself. */
        public Service(String key, List<String> themes) {
            this(key, themes, List.of());
        }
    }

    /** Every service. */
    record Everything() implements Scope {
        @Override
        public boolean covers(Service service) {
            return true;
        }

        @Override
        public String key() {
            return "";
        }
    }

    /** All of one theme, also what joins it later. */
    record OfTheme(String theme) implements Scope {
        @Override
        public boolean covers(Service service) {
            return service.themes().contains(theme);
        }

        @Override
        public String key() {
            return theme;
        }
    }

    /** One service. */
    record OfItem(String item) implements Scope {
        @Override
        public boolean covers(Service service) {
            return service.key().equals(item);
        }

        @Override
        public String key() {
            return item;
        }
    }
}
