package org.tongban.simulators;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What stands in the simulated registers, by register and by number of whoever is asked about. */
record SimulatedEntries(Map<String, Map<String, Entry>> registers) {

    /** One entry. */
    record Entry(
            String number,
            String issuer,
            String state,
            @Nullable LocalDate validUntil,
            Map<String, String> data) {}

    static SimulatedEntries read() throws IOException {
        try (var file = new ClassPathResource("simulators/registers.yaml").getInputStream()) {
            return new SimulatedEntries(new YAMLMapper().readValue(file, new TypeReference<>() {}));
        }
    }

    Optional<Entry> find(String register, String subject) {
        return Optional.ofNullable(registers.getOrDefault(register, Map.of()).get(subject));
    }
}
