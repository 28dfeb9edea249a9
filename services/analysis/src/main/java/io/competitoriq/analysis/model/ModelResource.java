package io.competitoriq.analysis.model;

import io.competitoriq.tenancy.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/// Tells whether a language model is configured, and if not, what is missing.
@Path("/model")
public class ModelResource {

  private final LanguageModel model;

  ModelResource(LanguageModel model) {
    this.model = model;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  public ModelView get() {
    return switch (model.availability()) {
      case Availability.Ready ready ->
          new ModelView(
              true,
              ready.model(),
              ready.baseUrl().toString(),
              "Signals are assessed by " + ready.model() + ".");
      case Availability.Absent absent -> new ModelView(false, null, null, absent.reason());
    };
  }

  /// Whether there is a model.
  ///
  /// @param reason a sentence for a person, in both cases
  public record ModelView(
      boolean configured, @Nullable String model, @Nullable String baseUrl, String reason) {}
}
