package io.competitoriq.crawl.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where an unfinished walk stopped, one row per source. Whoever takes the job up again goes on
/// from there; a newer visit begins anew.
@ApplicationScoped
class WalkState {
  private static final TypeReference<List<SitePage>> PAGES = new TypeReference<>() {};

  private final WorkspaceTransactions transactions;
  private final ObjectMapper mapper;

  WalkState(WorkspaceTransactions transactions, ObjectMapper mapper) {
    this.transactions = transactions;
    this.mapper = mapper;
  }

  /// What the walk of this slot knows so far; empty when it has not begun.
  Uni<Optional<List<SitePage>>> load(UUID workspaceId, UUID sourceId, Instant slot) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createNativeQuery(
                    "select cast(pages as text) from site_walk where source_id = :source and slot = :slot",
                    String.class)
                .setParameter("source", sourceId)
                .setParameter("slot", slot)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(this::read)));
  }

  Uni<Void> save(UUID workspaceId, UUID sourceId, Instant slot, List<SitePage> pages) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createNativeQuery(
                    """
                    insert into site_walk (source_id, workspace_id, slot, pages)
                    values (:source, :workspace, :slot, cast(cast(:pages as text) as jsonb))
                    on conflict (source_id) do update
                       set slot = excluded.slot, pages = excluded.pages, updated_at = now()
                    """)
                .setParameter("source", sourceId)
                .setParameter("workspace", workspaceId)
                .setParameter("slot", slot)
                .setParameter("pages", write(pages))
                .executeUpdate()
                .replaceWithVoid());
  }

  private List<SitePage> read(String json) {
    try {
      return mapper.readValue(json, PAGES);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("a walk's pages cannot be read", unreadable);
    }
  }

  private String write(List<SitePage> pages) {
    try {
      return mapper.writeValueAsString(pages);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("a walk's pages cannot be written", unwritable);
    }
  }
}
