package io.competitoriq.analysis.ask;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question as it comes in.
///
/// @param question in words, 3 to 500 characters
/// @param scope to what it is narrowed; null: to nothing
/// @param zone IANA zone of whom asks, so that "last week" begins there; null: UTC
/// @param conversationId of the question it follows; null begins a conversation
public record Asked(
    @NotBlank @Size(min = 3, max = 500) String question,
    @Valid @Nullable Scope scope,
    @Size(max = 64) @Nullable String zone,
    @Nullable UUID conversationId) {}
