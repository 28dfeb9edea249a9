package io.competitoriq.analysis.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the language model is doing, for the admins of a workspace.
///
/// @param configured whether the installation has one
/// @param enabled the workspace's master switch
/// @param stopped whether an operator lets no model be asked for now
/// @param reason a sentence for a person: what is missing, or who is asked
/// @param batches whether many signals can be assessed anew at the batch price
/// @param rest null unless its provider is left alone at the moment
/// @param lastFailure the workspace's last call that gave nothing
/// @param lastAnsweredAt when the workspace was last answered
public record AiState(
    boolean configured,
    boolean enabled,
    boolean stopped,
    @Nullable String model,
    @Nullable String baseUrl,
    String reason,
    boolean batches,
    @Nullable RestView rest,
    @Nullable FailureView lastFailure,
    @Nullable Instant lastAnsweredAt) {

  /// Until when nothing is asked, and why.
  public record RestView(Instant until, String reason) {}

  /// A call that gave nothing.
  ///
  /// @param outcome its name, e.g. RATE_LIMITED
  public record FailureView(String outcome, @Nullable Integer httpStatus, Instant at) {}
}
