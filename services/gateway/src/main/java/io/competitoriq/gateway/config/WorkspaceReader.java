package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.gateway.route.ServiceCalls;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    return Multi.createFrom()
        .items(Part.values())
        .onItem()
        .transformToUniAndMerge(part -> rows(caller, part).map(rows -> Map.entry(part, rows)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue)
        .map(rows -> Exported.of(new Answers(rows)));
  }

  private Uni<List<JsonNode>> rows(RoutingContext caller, Part part) {
    return switch (part) {
      case COMPETITOR, SOURCE -> paged(caller, part);
      case COMPANY, RETENTION -> only(caller, part).map(List::of);
      case AI_BUDGET -> only(caller, part).map(answer -> list(answer.path("accounts")));
      case CHANNEL, IGNORE_RULE, ALERT_RULE, DIGEST, VIEW, PROVIDER_BUDGET ->
          only(caller, part).map(WorkspaceReader::list);
    };
  }

  private Uni<JsonNode> only(RoutingContext caller, Part part) {
    return calls.get(caller, part.service(), part.path());
  }

  private static List<JsonNode> list(JsonNode answer) {
    return answer.valueStream().toList();
  }

  private Uni<List<JsonNode>> paged(RoutingContext caller, Part part) {
    return page(caller, part.path() + "?limit=" + Page.MAX_LIMIT, "", new ArrayList<>(), 1);
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
