package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

/// Everything about one competitor in one read: all services are asked at the same time, once each,
/// and whoever does not answer is named in `partial`.
@Path("/api/v1/competitors/{id}/overview")
public class CompetitorOverviewResource {

  private static final int LATEST = 10;

  private final CompetitorsClient competitors;
  private final CrawlClient crawl;
  private final ProcessClient process;
  private final AnalysisClient analysis;
  private final Bearer bearer;

  CompetitorOverviewResource(
      @RestClient CompetitorsClient competitors,
      @RestClient CrawlClient crawl,
      @RestClient ProcessClient process,
      @RestClient AnalysisClient analysis,
      Bearer bearer) {
    this.competitors = competitors;
    this.crawl = crawl;
    this.process = process;
    this.analysis = analysis;
    this.bearer = bearer;
  }

  @GET
  public Uni<JsonNode> overview(@Context RoutingContext request, @RestPath UUID id) {
    return Parts.readAll(parts(bearer.of(request), id)).map(parts -> view(parts, id));
  }

  private List<Uni<List<Part>>> parts(String token, UUID id) {
    return List.of(
        Part.read(
            List.of(CompetitorOverview.COMPETITOR, CompetitorOverview.SOURCES),
            "competitors",
            competitors.watched(token, id)),
        Part.read(SourceStates.HEALTH, "crawl", crawl.health(token, id)).map(List::of),
        Part.read(
            List.of(
                SourceStates.DRIFT,
                CompetitorOverview.COUNTS,
                CompetitorOverview.PLANS,
                CompetitorOverview.PRICES,
                CompetitorOverview.POSTS),
            "process",
            process.readings(token, id)),
        Part.read(CompetitorOverview.SIGNALS, "analysis", analysis.latest(token, id, LATEST))
            .map(List::of));
  }

  private static JsonNode view(Parts parts, UUID id) {
    boolean unknown =
        parts
            .missing(CompetitorOverview.COMPETITOR)
            .filter(missing -> missing.status() == 404)
            .isPresent();
    if (unknown) {
      throw Problems.notFound("competitor-not-found", "No competitor " + id + ".");
    }
    return CompetitorOverview.of(parts);
  }
}
