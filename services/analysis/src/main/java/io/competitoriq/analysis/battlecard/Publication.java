package io.competitoriq.analysis.battlecard;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An approved draft is to be what readers see.
///
/// @param note what is new, for those who read the list of versions; may be empty
/// @param verifyBy when somebody should look at it again
public record Publication(@NotNull @Size(max = 500) String note, @Nullable LocalDate verifyBy) {}
