package io.competitoriq.analysis.digest;

import io.competitoriq.analysis.channel.MailAddresses;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The digests of a workspace.
@ApplicationScoped
class Digests {

  private final Editions editions;
  private final Issues issues;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Digests(Editions editions, Issues issues, WorkspaceTransactions transactions, Clock clock) {
    this.editions = editions;
    this.issues = issues;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Oldest first.
  Uni<List<DigestView>> list(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createSelectionQuery(
                    "from Digest where archivedAt is null order by createdAt, id", Digest.class)
                .getResultList()
                .chain(rows -> views(tx, rows)));
  }

  Uni<DigestView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> find(tx, id).chain(row -> view(tx, row)));
  }

  Uni<DigestView> create(UUID workspaceId, UUID memberId, DigestRequest wanted) {
    wanted.cadence().require();
    Digest row = new Digest();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.createdBy = memberId;
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    write(row, wanted);
    return transactions.in(
        workspaceId,
        tx ->
            tx.persist(row)
                .chain(tx::flush)
                .chain(() -> issues.order(tx, row))
                .replaceWith(() -> DigestView.of(row, null)));
  }

  Uni<DigestView> replace(
      UUID workspaceId, UUID id, DigestRequest wanted, @Nullable String ifMatch) {
    wanted.cadence().require();
    return change(workspaceId, id, ifMatch, row -> write(row, wanted));
  }

  /// Its editions stay, and links to them until they expire.
  Uni<Void> archive(UUID workspaceId, UUID id) {
    return change(
            workspaceId,
            id,
            null,
            row -> {
              row.enabled = false;
              issues.reconsider(row, row.cadence);
              row.archivedAt = clock.instant();
            })
        .replaceWithVoid();
  }

  private Uni<DigestView> change(
      UUID workspaceId, UUID id, @Nullable String ifMatch, Consumer<Digest> change) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, id)
                .invoke(
                    row -> {
                      EntityTags.requireMatchIfAny(ifMatch, row.version);
                      change.accept(row);
                      row.updatedAt = clock.instant();
                    })
                .call(tx::flush)
                .call(row -> issues.order(tx, row))
                .chain(row -> view(tx, row)));
  }

  private void write(Digest row, DigestRequest wanted) {
    Cadence was = row.cadence;
    row.name = wanted.name().strip();
    row.audience = wanted.audience();
    row.selection = wanted.selection();
    row.cadence = wanted.cadence();
    row.channelIds = wanted.channelIds().stream().distinct().toArray(UUID[]::new);
    row.recipients = MailAddresses.orNone("recipients", wanted.recipients());
    row.enabled = wanted.enabled();
    row.updatedAt = clock.instant();
    issues.reconsider(row, was);
  }

  private Uni<DigestView> view(Mutiny.Session tx, Digest row) {
    return views(tx, List.of(row)).map(List::getFirst);
  }

  private Uni<List<DigestView>> views(Mutiny.Session tx, List<Digest> rows) {
    return editions
        .latest(tx, rows.stream().map(row -> row.id).toList())
        .map(latest -> rows.stream().map(row -> DigestView.of(row, latest.get(row.id))).toList());
  }

  static Uni<Digest> find(Mutiny.Session tx, UUID id) {
    return tx.find(Digest.class, id)
        .invoke(
            row -> {
              if (row == null || row.archivedAt != null) {
                throw Problems.notFound("digest-not-found", "No digest " + id + ".");
              }
            });
  }
}
