package org.tongban.openapi.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.accounts.IdentityClients;

/** What an administrator typed of a system that lets people sign in here, as typed. */
record IdentityClientForm(
        String name,
        String office,
        String purpose,
        Set<String> scopes,
        String redirects,
        String signOuts) {

    /** More than a system needs; each is compared at every sign-in. */
    private static final int MOST_ADDRESSES = 20;

    IdentityClientForm {
        scopes = Set.copyOf(scopes);
    }

    static IdentityClientForm empty() {
        return new IdentityClientForm("", "", "", Set.of(), "", "");
    }

    /**
     * A fault.
     *
     * @param about stands in the words
     */
    record Fault(String key, String about) {}

    /** What is wrong by field, in the order of the page. */
    Map<String, Fault> faults() {
        var faults = new LinkedHashMap<String, Fault>();
        words(faults, "name", name);
        words(faults, "office", office);
        words(faults, "purpose", purpose);
        if (lines(redirects).isEmpty()) {
            faults.put("redirects", new Fault("identity-clients.fault.redirects-missing", ""));
        } else {
            addresses(faults, "redirects", redirects);
        }
        addresses(faults, "signOuts", signOuts);
        return faults;
    }

    private static void words(Map<String, Fault> faults, String field, String typed) {
        if (typed.isBlank()) {
            faults.put(field, new Fault("identity-clients.fault.missing." + field, ""));
        } else if (typed.strip().length() > IdentityClients.LONGEST) {
            var most = String.valueOf(IdentityClients.LONGEST);
            faults.put(field, new Fault("identity-clients.fault.long", most));
        }
    }

    private static void addresses(Map<String, Fault> faults, String field, String typed) {
        lines(typed).stream()
                .filter(line -> !IdentityClients.mayLeadTo(line))
                .findFirst()
                .ifPresent(
                        line ->
                                faults.put(
                                        field, new Fault("identity-clients.fault.address", line)));
    }

    static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_ADDRESSES)
                .toList();
    }
}
