package io.competitoriq.analysis.factbook;

import io.competitoriq.analysis.factbook.FactClient.FactPage;
import io.competitoriq.analysis.factbook.FactClient.FactRow;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.FactKind;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Looks up what is known today. Only facts whose quote was verified are given out.
@ApplicationScoped
public class FactBook {

  private static final UUID NOBODY = new UUID(0, 0);
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 5;
  private static final int AT_ONCE = 3;

  private final FactClient client;
  private final ServiceTokens tokens;

  FactBook(@RestClient FactClient client, ServiceTokens tokens) {
    this.client = client;
    this.tokens = tokens;
  }

  /// The competitor's facts of these kinds that hold now, newest first within a kind, at most 1000
  /// of each. Asks for three kinds at a time.
  ///
  /// @throws io.competitoriq.http.ProblemException 503 when the facts cannot be asked for
  public Uni<List<CurrentFact>> current(
      UUID workspaceId, UUID competitorId, Collection<FactKind> kinds) {
    String bearer = bearer(workspaceId);
    return Multi.createFrom()
        .iterable(kinds)
        .onItem()
        .transformToUni(kind -> all(new Question(bearer, competitorId, kind)))
        .merge(AT_ONCE)
        .collect()
        .asList()
        .map(lists -> lists.stream().flatMap(List::stream).toList())
        .onFailure()
        .transform(FactBook::unavailable);
  }

  /// What stands at these offsets of the document; null when there is no such document or place.
  ///
  /// @throws io.competitoriq.http.ProblemException 503 when it cannot be asked for
  public Uni<@Nullable Passage> passage(UUID workspaceId, UUID documentId, int start, int end) {
    return client
        .document(bearer(workspaceId), documentId)
        .<@Nullable Passage>map(
            found ->
                start < 0 || end <= start || end > found.text().length()
                    ? null
                    : new Passage(
                        found.text().substring(start, end), found.url(), found.fetchedAt()))
        .onFailure(FactBook::isMissing)
        .recoverWithNull()
        .onFailure()
        .transform(FactBook::unavailable);
  }

  private Uni<List<CurrentFact>> all(Question question) {
    return page(question, null, MOST_PAGES)
        .map(rows -> rows.stream().flatMap(FactBook::usable).toList());
  }

  private Uni<List<FactRow>> page(Question question, @Nullable String cursor, int left) {
    return client
        .facts(question.bearer(), question.competitorId(), question.kind(), true, cursor, PAGE)
        .chain(
            (FactPage page) -> {
              if (page.nextCursor() == null || left <= 1) {
                return Uni.createFrom().item(page.items());
              }
              return page(question, page.nextCursor(), left - 1)
                  .map(
                      rest -> {
                        List<FactRow> together = new ArrayList<>(page.items());
                        together.addAll(rest);
                        return together;
                      });
            });
  }

  private static Stream<CurrentFact> usable(FactRow row) {
    if (row.evidence().isEmpty() || row.status().equals("PROPOSED")) {
      return Stream.empty();
    }
    var said = row.override();
    return Stream.of(
        new CurrentFact(
            row.id(),
            row.lineageId(),
            row.kind(),
            row.subject(),
            row.field(),
            said == null ? row.value() : said.value(),
            said != null,
            row.validFrom(),
            row.link(),
            row.evidence().getFirst()));
  }

  private String bearer(UUID workspaceId) {
    return "Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER);
  }

  private static boolean isMissing(Throwable failure) {
    return failure instanceof WebApplicationException refused
        && refused.getResponse().getStatus() == 404;
  }

  private static Throwable unavailable(Throwable failure) {
    return Problems.unavailable(
        "facts-unavailable",
        "The facts cannot be looked up right now. Try again in a moment.",
        Duration.ofSeconds(5));
  }

  private record Question(String bearer, UUID competitorId, FactKind kind) {}
}
