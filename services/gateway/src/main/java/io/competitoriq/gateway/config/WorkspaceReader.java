package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.gateway.route.ServiceCalls;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Asks the services how the workspace is set up.
@ApplicationScoped
class WorkspaceReader {

  /// Most pages of competitors or sources: 20,000 things.
  private static final int MOST_PAGES = 100;

  private final ServiceCalls calls;

  WorkspaceReader(ServiceCalls calls) {
    this.calls = calls;
  }

  /// Fails as [ServiceCalls#get] when one of them does not answer: half a workspace is none.
  Uni<Workspace> read(RoutingContext caller) {
    return Uni.combine()
        .all()
        .unis(
            paged(caller, "/competitors"),
            paged(caller, "/sources"),
            listed(caller, Service.PROCESS, "/ignore-rules"),
            listed(caller, Service.ANALYSIS, "/channels"),
            listed(caller, Service.ANALYSIS, "/alert-rules"),
            listed(caller, Service.ANALYSIS, "/view-feeds"),
            calls.get(caller, Service.ANALYSIS, "/company-profile"))
        .with(Answers::new)
        .map(Exported::of);
  }

  private Uni<List<JsonNode>> listed(RoutingContext caller, Service service, String path) {
    return calls.get(caller, service, path).map(answer -> answer.valueStream().toList());
  }

  private Uni<List<JsonNode>> paged(RoutingContext caller, String path) {
    return page(caller, path + "?limit=" + Page.MAX_LIMIT, "", new ArrayList<>(), 1);
  }

  private Uni<List<JsonNode>> page(
      RoutingContext caller, String path, String cursor, List<JsonNode> found, int number) {
    if (number > MOST_PAGES) {
      throw Problems.unprocessable(
          "workspace-too-large", "The workspace has too much to be one document.");
    }
    return calls
        .get(caller, Service.COMPETITORS, path + cursor)
        .chain(
            answer -> {
              answer.path("items").forEach(found::add);
              JsonNode next = answer.path("nextCursor");
              return next.isTextual()
                  ? page(caller, path, "&cursor=" + encoded(next.asText()), found, number + 1)
                  : Uni.createFrom().item(found);
            });
  }

  private static String encoded(String cursor) {
    return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }
}
