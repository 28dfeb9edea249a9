package io.competitoriq.analysis.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.BillingPeriod;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a workspace says of its own company. Every part may be empty; bounded, because all of it
/// can stand in a question to a model.
///
/// @param sells what it sells, in a sentence or two
/// @param segments to whom, e.g. `agencies of up to 50 people`
/// @param positioning what it promises and nobody else does
/// @param plans its own plans and prices
/// @param relations how it sees single competitors, each at most once
/// @param teams who of it reads assessments, and what they care about, each at most once
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection(
    targets = {
      CompanyProfile.class,
      CompanyProfile.OwnPlan.class,
      CompanyProfile.Relation.class,
      CompanyProfile.Team.class
    })
public record CompanyProfile(
    @NotNull @Size(max = 120) String name,
    @NotNull @Size(max = 1000) String sells,
    @NotNull @Size(max = 12) List<@NotBlank @Size(max = 160) String> segments,
    @NotNull @Size(max = 1000) String positioning,
    @NotNull @Size(max = 20) List<@NotNull @Valid OwnPlan> plans,
    @NotNull @Size(max = 100) List<@NotNull @Valid Relation> relations,
    @NotNull @Size(max = 4) List<@NotNull @Valid Team> teams) {

  static final CompanyProfile EMPTY =
      new CompanyProfile("", "", List.of(), "", List.of(), List.of(), List.of());

  /// One of our plans.
  ///
  /// @param amountMinor minor units of `currency`; null: on request
  /// @param currency ISO 4217
  /// @param includes what matters of it
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record OwnPlan(
      @NotBlank @Size(max = 80) String name,
      @Nullable @Min(0) Long amountMinor,
      @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as USD")
          String currency,
      @Nullable BillingPeriod period,
      @NotNull @Size(max = 300) String includes) {}

  /// How we see a competitor.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Relation(
      @NotNull UUID competitorId,
      @NotNull Standing standing,
      @NotNull @Size(max = 300) String note) {

    /// What a competitor is to us.
    public enum Standing {
      /// We meet in most deals.
      DIRECT,
      /// Another way to the same end.
      INDIRECT,
      /// Small today.
      EMERGING,
      /// Sells beside us as well.
      PARTNER
    }
  }

  /// Who reads.
  ///
  /// @param cares what makes them act
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Team(@NotNull Audience audience, @NotBlank @Size(max = 300) String cares) {}

  @JsonIgnore
  boolean isEmpty() {
    return equals(EMPTY);
  }
}
