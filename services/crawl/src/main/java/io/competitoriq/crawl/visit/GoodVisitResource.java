package io.competitoriq.crawl.visit;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/// What whoever plans visits or reports on them asks. A POST because there may be hundreds of
/// sources in a question; the gateway does not lead here.
@Path("/visit-tallies")
@RolesAllowed(Roles.VIEWER)
public class GoodVisitResource {
  private final GoodVisitTallies tallies;
  private final PeriodTallies periods;
  private final CurrentWorkspace workspace;

  GoodVisitResource(GoodVisitTallies tallies, PeriodTallies periods, CurrentWorkspace workspace) {
    this.tallies = tallies;
    this.periods = periods;
    this.workspace = workspace;
  }

  /// The last good visits of each of the sources, counted.
  @POST
  public Uni<List<GoodVisits>> tallies(@NotNull @Valid WantedTallies wanted) {
    return tallies.of(workspace.id(), wanted.sourceIds());
  }

  /// What was looked at in a period, for digests.
  @POST
  @Path("/period")
  public Uni<PeriodTallies.Tally> period(@NotNull @Valid PeriodTallies.Period period) {
    return periods.of(workspace.id(), period);
  }
}
