package io.competitoriq.analysis.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.directory.CompetitorClient.Card;
import io.competitoriq.analysis.directory.CompetitorClient.Competitors;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Remembers names, domains and tags of competitors, so that a rule can name tags and a message
/// names without asking anybody while a signal is raised. At most a minute old where rules are in
/// force; when the service cannot be asked, what was known stays.
@ApplicationScoped
public class CompetitorCards {

  private static final Logger LOG = Logger.getLogger(CompetitorCards.class);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int PAGE = 200;

  private static final String KEEP =
      """
      insert into competitor_card (workspace_id, competitor_id, name, domain, tags, as_of)
      select $1, k.id, k.name, coalesce(k.domain, ''), k.tags, now()
      from jsonb_to_recordset(($2::text)::jsonb) as k (id uuid, name text, domain text, tags text[])
      on conflict (workspace_id, competitor_id)
        do update set name = excluded.name, domain = excluded.domain, tags = excluded.tags,
          as_of = excluded.as_of
      """;

  private final CompetitorClient competitors;
  private final ServiceTokens tokens;
  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;

  CompetitorCards(
      @RestClient CompetitorClient competitors,
      ServiceTokens tokens,
      WorkspaceTransactions transactions,
      ObjectMapper json) {
    this.competitors = competitors;
    this.tokens = tokens;
    this.transactions = transactions;
    this.json = json;
  }

  @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> refreshAll() {
    return transactions
        .global(tx -> SessionSql.of(tx).select("select alerting_workspace()"))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> refresh((UUID) row[0]))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// Asks anew. Never fails: what could not be asked stays as it was known.
  public Uni<Void> refresh(UUID workspaceId) {
    String bearer = "Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER);
    return pages(workspaceId, bearer, null)
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf("competitors not asked workspace=%s error=%s", workspaceId, failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /// The names that are known, by id, in the running transaction.
  public Uni<Map<UUID, String>> names(Mutiny.Session tx, Collection<UUID> ids) {
    return SessionSql.of(tx)
        .select(
            "select competitor_id, name from competitor_card where competitor_id = any($1)",
            (Object) ids.toArray(UUID[]::new))
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1])));
  }

  private Uni<Void> pages(UUID workspaceId, String bearer, @Nullable String cursor) {
    return competitors
        .list(bearer, cursor, PAGE)
        .call(page -> keep(workspaceId, page.items()))
        .chain(
            (Competitors page) ->
                page.nextCursor() == null
                    ? Uni.createFrom().voidItem()
                    : pages(workspaceId, bearer, page.nextCursor()));
  }

  private Uni<Integer> keep(UUID workspaceId, List<Card> cards) {
    String text;
    try {
      text = json.writeValueAsString(cards);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return transactions.in(workspaceId, tx -> SessionSql.of(tx).update(KEEP, workspaceId, text));
  }
}
