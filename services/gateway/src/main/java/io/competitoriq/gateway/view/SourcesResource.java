package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Sources with how they are doing: what crawl and process know of them is asked for beside the
/// sources, and whoever does not answer is named in `partial`.
@Path("/api/v1")
public class SourcesResource {

  private static final String SERVICE = "competitors";

  private final CompetitorsClient competitors;
  private final CrawlClient crawl;
  private final ProcessClient process;
  private final Bearer bearer;

  SourcesResource(
      @RestClient CompetitorsClient competitors,
      @RestClient CrawlClient crawl,
      @RestClient ProcessClient process,
      Bearer bearer) {
    this.competitors = competitors;
    this.crawl = crawl;
    this.process = process;
    this.bearer = bearer;
  }

  @GET
  @Path("/sources")
  public Uni<RestResponse<Object>> list(@Context RoutingContext request, @Context UriInfo address) {
    String token = bearer.of(request);
    return withStates(token, competitors.sourcePage(token, address.getQueryParameters()));
  }

  @GET
  @Path("/competitors/{id}/sources")
  public Uni<RestResponse<Object>> ofCompetitor(
      @Context RoutingContext request, @Context UriInfo address, @RestPath UUID id) {
    String token = bearer.of(request);
    return withStates(token, competitors.sourcePageOf(token, id, address.getQueryParameters()));
  }

  @GET
  @Path("/sources/{id}")
  public Uni<RestResponse<Object>> one(@Context RoutingContext request, @RestPath UUID id) {
    String token = bearer.of(request);
    return competitors
        .source(token, id)
        .chain(answer -> withState(token, answer))
        .onFailure()
        .recoverWithUni(failure -> Relayed.refusal(SERVICE, failure));
  }

  private Uni<RestResponse<Object>> withStates(String token, Uni<JsonNode> page) {
    return page.chain(found -> states(token, ids(found)).map(states -> joined(found, states)))
        .map(RestResponse::<Object>ok)
        .onFailure()
        .recoverWithUni(failure -> Relayed.refusal(SERVICE, failure));
  }

  private static List<String> ids(JsonNode page) {
    return Parts.items(page).stream().map(source -> source.path("id").asText()).toList();
  }

  /// Of the sources that are shown: a workspace may have thousands more.
  private Uni<Parts> states(String token, List<String> sources) {
    return Parts.read(
        List.of(
            Part.read(SourceStates.HEALTH, "crawl", crawl.healthOf(token, sources)),
            Part.read(SourceStates.DRIFT, "process", process.driftsOf(token, sources))));
  }

  private static JsonNode joined(JsonNode page, Parts states) {
    if (page instanceof ObjectNode writable) {
      writable.set("items", SourceStates.joined(Parts.items(page), states));
      writable.set("partial", states.partial());
    }
    return page;
  }

  private Uni<RestResponse<Object>> withState(String token, RestResponse<JsonNode> answer) {
    JsonNode source = answer.getEntity();
    return states(token, List.of(source.path("id").asText()))
        .map(
            states -> {
              JsonNode joined = SourceStates.joined(List.of(source), states).get(0);
              ((ObjectNode) joined).set("partial", states.partial());
              var response = RestResponse.ResponseBuilder.ok((Object) joined);
              String tag = answer.getHeaderString(HttpHeaders.ETAG);
              return tag == null ? response.build() : response.header("ETag", tag).build();
            });
  }
}
