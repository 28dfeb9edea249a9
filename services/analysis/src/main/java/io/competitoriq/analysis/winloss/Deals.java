package io.competitoriq.analysis.winloss;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problem;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Deals of a workspace: imported, counted, listed, removed.
@ApplicationScoped
class Deals {

  private static final int SHOWN = 20;
  private static final int SHOWN_FAULTS = 100;

  private final DealRows rows;
  private final CompetitorCards names;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Deals(DealRows rows, CompetitorCards names, WorkspaceTransactions transactions, Clock clock) {
    this.rows = rows;
    this.names = names;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// What importing the file would do. Writes nothing.
  Uni<ImportPreview> preview(UUID workspaceId, String csv, @Nullable UUID meant) {
    return names
        .refresh(workspaceId)
        .chain(
            () ->
                transactions.in(
                    workspaceId, tx -> read(tx, csv, meant).chain(file -> preview(tx, file))));
  }

  /// Imports all of the file or nothing of it. The same file again changes nothing.
  ///
  /// @throws ProblemException 422 naming the lines that make no sense
  Uni<ImportPreview> importAll(UUID workspaceId, UUID memberId, String csv, @Nullable UUID meant) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return names
        .refresh(workspaceId)
        .chain(
            () ->
                transactions.in(
                    workspaceId,
                    tx ->
                        read(tx, csv, meant)
                            .invoke(Deals::requireSound)
                            .chain(
                                file ->
                                    preview(tx, file)
                                        .call(
                                            () ->
                                                rows.store(
                                                    tx,
                                                    new DealRows.Import(workspaceId, memberId, now),
                                                    file.deals())))));
  }

  /// The latest first.
  Uni<Page<DealView>> list(
      UUID workspaceId, @Nullable UUID competitorId, Optional<Cursor> after, int limit) {
    return transactions
        .in(workspaceId, tx -> rows.list(tx, competitorId, after, limit + 1))
        .map(
            found ->
                Page.of(
                    found,
                    limit,
                    deal ->
                        Cursor.of(
                            deal.closedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), deal.id())));
  }

  Uni<WinLossSummary> summary(UUID workspaceId, UUID competitorId) {
    return transactions.in(workspaceId, tx -> rows.summary(tx, competitorId));
  }

  Uni<Void> remove(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            rows.remove(tx, id)
                .invoke(
                    removed -> {
                      if (removed == 0) {
                        throw Problems.notFound("deal-outcome-not-found", "No deal " + id + ".");
                      }
                    })
                .replaceWithVoid());
  }

  private Uni<DealFile> read(Mutiny.Session tx, String csv, @Nullable UUID meant) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return names
        .names(tx)
        .map(known -> DealFile.read(csv, Competitors.of(known, meant), today.plusDays(1)));
  }

  private Uni<ImportPreview> preview(Mutiny.Session tx, DealFile file) {
    return rows.standing(tx, file.deals())
        .map(
            standing ->
                new ImportPreview(
                    file.deals().size() - standing.known(),
                    standing.known() - standing.same(),
                    standing.same(),
                    file.faults().stream().limit(SHOWN_FAULTS).toList(),
                    file.deals().stream().limit(SHOWN).map(ImportPreview.Line::of).toList()));
  }

  private static void requireSound(DealFile file) {
    if (!file.faults().isEmpty()) {
      throw new ProblemException(
          422,
          "deals-invalid",
          file.faults().size() + " faults; nothing was imported.",
          file.faults().stream()
              .limit(SHOWN_FAULTS)
              .map(
                  fault ->
                      new Problem.FieldError(
                          "line " + fault.line() + " " + fault.column(), fault.message()))
              .toList(),
          null);
    }
  }
}
