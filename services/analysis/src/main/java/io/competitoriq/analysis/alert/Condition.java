package io.competitoriq.analysis.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.FactKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a signal must be like for a rule to speak: all of it. An empty list asks nothing.
///
/// @param competitorIds one of these, or one with one of `tags`
/// @param tags such as `tier-1`
/// @param factKind with an operator: what kind of fact must have moved
/// @param field with an operator: which property of it, e.g. `amount`
/// @param value percent with RISES_BY, FALLS_BY, MOVES_BY; minor units of `currency` with ABOVE,
///   BELOW
/// @param leastSignificance 0 to 100
/// @param keywords words or phrases, one of which headline or summary must hold
@JsonIgnoreProperties(ignoreUnknown = true)
public record Condition(
    @NotNull @Size(max = 200) Set<@NotNull UUID> competitorIds,
    @NotNull @Size(max = 50) Set<@NotBlank @Size(max = 50) String> tags,
    @NotNull Set<@NotNull Category> categories,
    @Nullable FactKind factKind,
    @Nullable @Size(max = 100) String field,
    @NotNull Operator operator,
    @Nullable Double value,
    @Nullable @Size(min = 3, max = 3) String currency,
    @Min(0) @Max(100) int leastSignificance,
    @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> keywords) {

  private static final Set<Operator> PERCENT =
      Set.of(Operator.RISES_BY, Operator.FALLS_BY, Operator.MOVES_BY);
  private static final Set<Operator> AMOUNT = Set.of(Operator.ABOVE, Operator.BELOW);

  /// What must have happened to a fact.
  public enum Operator {
    /// Anything, text changes included when neither kind nor field is asked for.
    ANY,
    ADDED,
    REMOVED,
    CHANGED,
    RISES_BY,
    FALLS_BY,
    MOVES_BY,
    /// The new amount is above the value.
    ABOVE,
    BELOW
  }

  /// @throws io.competitoriq.http.ProblemException 400 for parts that do not go together
  void require() {
    boolean wantsValue = PERCENT.contains(operator) || AMOUNT.contains(operator);
    if (wantsValue != (value != null)) {
      throw invalid("value", operator + (wantsValue ? " needs a value." : " takes no value."));
    }
    if (value != null && !(value > 0 && value <= 1e12)) {
      throw invalid("value", "value must be above 0.");
    }
    if (AMOUNT.contains(operator) != (currency != null)) {
      throw invalid("currency", "currency goes with ABOVE and BELOW: an ISO 4217 code.");
    }
  }

  private static RuntimeException invalid(String field, String message) {
    return Problems.badField("condition-invalid", "condition." + field, message);
  }
}
