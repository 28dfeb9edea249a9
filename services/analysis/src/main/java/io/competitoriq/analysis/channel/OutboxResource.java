package io.competitoriq.analysis.channel;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Mails of an installation without a mail server.
@Path("/outbox")
public class OutboxResource {

  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;
  private final ChannelConfig config;

  OutboxResource(
      WorkspaceTransactions transactions, CurrentWorkspace workspace, ChannelConfig config) {
    this.transactions = transactions;
    this.workspace = workspace;
    this.config = config;
  }

  /// Newest first.
  @GET
  @RolesAllowed(Roles.ANALYST)
  public Uni<Outbox> list(
      @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") int limit) {
    Optional<Cursor> after = Cursor.parse(cursor);
    int most = Page.requireLimit(limit);
    boolean inUse = config.smtpHost().filter(host -> !host.isBlank()).isEmpty();
    return transactions
        .in(workspace.id(), tx -> rows(tx, after, most + 1))
        .map(rows -> rows.stream().map(View::of).toList())
        .map(found -> Page.of(found, most, view -> Cursor.of(view.createdAt(), view.id())))
        .map(page -> new Outbox(inUse, page.items(), page.nextCursor()));
  }

  private static Uni<List<OutboxMail>> rows(Mutiny.Session tx, Optional<Cursor> after, int most) {
    String from =
        after.isPresent()
            ? "from OutboxMail where createdAt < :at or (createdAt = :at and id < :id)"
            : "from OutboxMail";
    var query =
        tx.createSelectionQuery(from + " order by createdAt desc, id desc", OutboxMail.class);
    after.ifPresent(at -> query.setParameter("at", at.at()).setParameter("id", at.id()));
    return query.setMaxResults(most).getResultList();
  }

  /// @param inUse true while no mail server is configured and mails end here
  public record Outbox(boolean inUse, List<View> items, @Nullable String nextCursor) {}

  /// One mail, whole.
  public record View(
      UUID id, List<String> recipients, String subject, String text, Instant createdAt) {

    static View of(OutboxMail row) {
      return new View(row.id, List.of(row.recipients), row.subject, row.text, row.createdAt);
    }
  }
}
