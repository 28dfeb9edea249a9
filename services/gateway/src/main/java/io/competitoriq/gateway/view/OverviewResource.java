package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The workspace at a glance.
@Path("/api/v1/overview")
public class OverviewResource {

  private final CompetitorsClient competitors;
  private final CrawlClient crawl;
  private final AnalysisClient analysis;
  private final Bearer bearer;

  OverviewResource(
      @RestClient CompetitorsClient competitors,
      @RestClient CrawlClient crawl,
      @RestClient AnalysisClient analysis,
      Bearer bearer) {
    this.competitors = competitors;
    this.crawl = crawl;
    this.analysis = analysis;
    this.bearer = bearer;
  }

  @GET
  public Uni<JsonNode> overview(@Context RoutingContext request) {
    String token = bearer.of(request);
    return Parts.read(
            List.of(
                Part.read(WorkspaceOverview.COUNTS, "analysis", analysis.counts(token)),
                Part.read(WorkspaceOverview.WATCHED, "competitors", competitors.tally(token)),
                Part.read(WorkspaceOverview.VISITS, "crawl", crawl.tally(token))))
        .map(WorkspaceOverview::of);
  }
}
