package io.competitoriq.analysis.factbook;

import java.net.URI;
import java.time.Instant;

/// The words between two offsets of a document.
public record Passage(String text, URI url, Instant fetchedAt) {}
