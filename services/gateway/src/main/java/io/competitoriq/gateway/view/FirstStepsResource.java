package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.gateway.firststeps.Dismissals;
import io.competitoriq.gateway.session.SignedIn;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// What is left to do in a new workspace, until the member does not want to be told any more.
@Path("/api/v1/first-steps")
public class FirstStepsResource {

  private final CompetitorsClient competitors;
  private final AnalysisClient analysis;
  private final Bearer bearer;
  private final Dismissals dismissals;

  FirstStepsResource(
      @RestClient CompetitorsClient competitors,
      @RestClient AnalysisClient analysis,
      Bearer bearer,
      Dismissals dismissals) {
    this.competitors = competitors;
    this.analysis = analysis;
    this.bearer = bearer;
    this.dismissals = dismissals;
  }

  @GET
  public Uni<JsonNode> steps(@Context RoutingContext request) {
    String token = bearer.of(request);
    return dismissals
        .of(SignedIn.of(request))
        .chain(dismissed -> parts(token).map(parts -> FirstSteps.of(parts, dismissed)));
  }

  private Uni<Parts> parts(String token) {
    return Parts.read(
        List.of(
            Part.read(FirstSteps.WATCHED, "competitors", competitors.tally(token)),
            Part.read(FirstSteps.CHANNELS, "analysis", analysis.channels(token)),
            Part.read(FirstSteps.COUNTS, "analysis", analysis.counts(token)),
            Part.read(FirstSteps.MODEL, "analysis", analysis.model(token))));
  }

  @PUT
  @Path("/dismissal")
  public Uni<Void> dismiss(@Context RoutingContext request) {
    return dismissals.put(SignedIn.of(request));
  }

  @DELETE
  @Path("/dismissal")
  public Uni<Void> takeBack(@Context RoutingContext request) {
    return dismissals.takeBack(SignedIn.of(request));
  }
}
