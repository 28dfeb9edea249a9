package io.competitoriq.analysis.battlecard;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody says a claim is written; looked up before it is kept.
///
/// @param start first character of the quote in the document's text, from 0
/// @param end one past the last
/// @param quote the words, exactly as the document has them there
/// @param lineageId of the fact it was read as
/// @param signalId of the signal it came with
public record CitationRequest(
    @NotNull UUID documentId,
    @Min(0) int start,
    @Min(1) int end,
    @NotBlank @Size(max = 4000) String quote,
    @Nullable UUID lineageId,
    @Nullable UUID signalId) {}
