package org.tongban.ratings;

import java.time.Instant;
import java.util.Optional;

/** What was said of one case. */
public record Rating(Satisfaction satisfaction, Optional<String> words, Instant at) {}
