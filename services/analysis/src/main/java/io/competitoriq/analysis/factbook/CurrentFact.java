package io.competitoriq.analysis.factbook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A typed fact as it holds at some moment, with the words it was read from.
///
/// @param lineageId the same for all versions of a fact, under whatever name
/// @param value what a person says it is, where somebody does; else what was read
/// @param said whether a person says so
/// @param since since when it is true, as far as known
/// @param link where the subject itself is to be read
@JsonIgnoreProperties(ignoreUnknown = true)
public record CurrentFact(
    UUID factId,
    UUID lineageId,
    FactKind kind,
    String subject,
    String field,
    FactValue value,
    boolean said,
    Instant since,
    @Nullable String link,
    Evidence evidence) {}
