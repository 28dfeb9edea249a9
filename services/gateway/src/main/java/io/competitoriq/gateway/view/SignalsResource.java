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

/// Signals with the name of the competitor they are about.
@Path("/api/v1/signals")
public class SignalsResource {

  private static final String SERVICE = "analysis";

  private final AnalysisClient analysis;
  private final CompetitorNames names;
  private final Bearer bearer;

  SignalsResource(@RestClient AnalysisClient analysis, CompetitorNames names, Bearer bearer) {
    this.analysis = analysis;
    this.names = names;
    this.bearer = bearer;
  }

  /// The page as analysis gives it; without competitors it comes without names and says so.
  @GET
  public Uni<RestResponse<Object>> list(@Context RoutingContext request, @Context UriInfo address) {
    String token = bearer.of(request);
    return analysis
        .signals(token, address.getQueryParameters())
        .chain(page -> withNames(token, page))
        .map(RestResponse::<Object>ok)
        .onFailure()
        .recoverWithUni(failure -> Relayed.refusal(SERVICE, failure));
  }

  @GET
  @Path("/{id}")
  public Uni<RestResponse<Object>> one(@Context RoutingContext request, @RestPath UUID id) {
    String token = bearer.of(request);
    return analysis
        .signal(token, id)
        .chain(answer -> withName(token, answer))
        .onFailure()
        .recoverWithUni(failure -> Relayed.refusal(SERVICE, failure));
  }

  private Uni<JsonNode> withNames(String token, JsonNode page) {
    List<JsonNode> signals = Parts.items(page);
    return names
        .of(token, signals)
        .map(
            known -> {
              signals.forEach(signal -> CompetitorNames.addTo(signal, known));
              return withPartial(page, known);
            });
  }

  private Uni<RestResponse<Object>> withName(String token, RestResponse<JsonNode> answer) {
    JsonNode signal = answer.getEntity();
    return names
        .of(token, List.of(signal))
        .map(
            known -> {
              CompetitorNames.addTo(signal, known);
              var response = RestResponse.ResponseBuilder.ok((Object) withPartial(signal, known));
              String tag = answer.getHeaderString(HttpHeaders.ETAG);
              return tag == null ? response.build() : response.header("ETag", tag).build();
            });
  }

  private static JsonNode withPartial(JsonNode view, Part names) {
    if (view instanceof ObjectNode writable) {
      writable.set("partial", Parts.of(List.of(names)).partial());
    }
    return view;
  }
}
