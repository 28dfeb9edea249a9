package io.competitoriq.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.gateway.workspace.Workspaces;
import io.competitoriq.gateway.workspace.Workspaces.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Comments with the addresses of those they name: analysis tells them, the gateway knows them.
@Path("/api/v1/signals/{id}/comments")
public class CommentsResource {

  private static final String SERVICE = "analysis";

  private final AnalysisClient analysis;
  private final Workspaces workspaces;
  private final Bearer bearer;

  CommentsResource(@RestClient AnalysisClient analysis, Workspaces workspaces, Bearer bearer) {
    this.analysis = analysis;
    this.workspaces = workspaces;
    this.bearer = bearer;
  }

  /// Whoever is named and belongs to the workspace is told; analysis refuses what is no comment.
  @POST
  public Uni<RestResponse<Object>> add(
      @Context RoutingContext request, @RestPath UUID id, JsonNode comment) {
    String token = bearer.of(request);
    SignedIn who = SignedIn.of(request);
    return workspaces
        .members(who.workspaceId())
        .chain(people -> analysis.comment(token, id, told(comment, people, who.memberId())))
        .map(
            made ->
                RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, (Object) made)
                    .build())
        .onFailure()
        .recoverWithUni(failure -> Relayed.refusal(SERVICE, failure));
  }

  private static ObjectNode told(JsonNode comment, List<Person> people, UUID author) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.set("body", comment.path("body"));
    told.set("mentions", comment.path("mentions"));
    Set<String> named = new HashSet<>();
    comment.path("mentions").forEach(member -> named.add(member.asText()));
    ArrayNode tell = told.putArray("tell");
    told.put("author", "Somebody");
    for (Person person : people) {
      if (person.id().equals(author)) {
        told.put("author", person.name());
      } else if (named.contains(person.id().toString())) {
        tell.addObject().put("memberId", person.id().toString()).put("email", person.email());
      }
    }
    return told;
  }
}
