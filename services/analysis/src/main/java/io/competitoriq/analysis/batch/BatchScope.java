package io.competitoriq.analysis.batch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which signals are assessed anew: those named, or those that fit, the newest first.
///
/// @param signalIds null: by `which` and `days`
/// @param which null with `signalIds`
/// @param days how far back, with `which`
public record BatchScope(
    @Nullable @Size(min = 1, max = BatchScope.MOST) List<@NotNull UUID> signalIds,
    @Nullable Which which,
    @Nullable @Min(1) @Max(90) Integer days) {

  /// Most signals of one batch.
  public static final int MOST = 500;

  /// What is wrong with their assessments.
  public enum Which {
    /// There is none: the model failed, was off or not configured.
    MISSING,
    /// It was written under an earlier prompt.
    OUTDATED,
    ALL
  }
}
