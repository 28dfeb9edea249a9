package io.competitoriq.process.ignore;

import io.competitoriq.http.ProblemException;
import io.competitoriq.process.ignore.IgnoreRuleResource.WantedPattern;
import io.competitoriq.tenancy.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/ignore-rule-checks`: what is wrong with patterns, without adding a rule. The gateway asks
/// before it plans.
@Path("/ignore-rule-checks")
@RolesAllowed(Roles.ANALYST)
public class IgnoreRuleCheckResource {

  private static final int MOST = 500;

  /// In the order of what was asked, null for a good one.
  @POST
  public List<@Nullable String> check(
      @NotNull @Size(max = MOST) List<@NotNull @Valid WantedPattern> asked) {
    List<@Nullable String> found = new ArrayList<>();
    asked.forEach(wanted -> found.add(problem(wanted)));
    return found;
  }

  private static @Nullable String problem(WantedPattern wanted) {
    try {
      RulePattern.check(wanted.kind(), wanted.pattern());
      return null;
    } catch (ProblemException wrong) {
      return wrong.detail();
    }
  }
}
