package io.competitoriq.analysis.signal;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.messages.FactValue;
import io.competitoriq.tables.Column;
import io.competitoriq.tables.Tables.Rows;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Signals as rows of a table.
@ApplicationScoped
class SignalTable {

  private static final int PAGE = 200;

  static final List<Column<Row>> COLUMNS =
      List.of(
          Column.of("detectedAt", "Detected at (UTC)", row -> row.signal().detectedAt()),
          Column.of("competitor", "Competitor", Row::competitor),
          Column.of("category", "Category", row -> row.signal().category()),
          Column.of("headline", "Headline", row -> row.signal().headline()),
          Column.of("moves", "Old → new", row -> moves(row.signal())),
          Column.of("summary", "Summary", row -> row.signal().summary()),
          Column.of("significance", "Significance (0 to 100)", row -> row.signal().significance()),
          Column.of("severity", "Severity", row -> row.signal().severity()),
          Column.of("confidence", "Confidence (0 to 1)", row -> row.signal().confidence()),
          Column.of("reasons", "Reasons", row -> String.join(" ", row.signal().reasons())),
          Column.of("triage", "Triage", row -> row.signal().triage()),
          Column.of("sources", "Sources (number)", row -> sources(row.signal())),
          Column.of("quote", "Quote", row -> quote(row.signal())),
          Column.of("url", "Page", row -> row.signal().url()),
          Column.of("occurredAt", "Occurred at (UTC)", row -> row.signal().occurredAt()),
          Column.of("competitorId", "Competitor id", row -> row.signal().competitorId()),
          Column.of("sourceId", "Source id", row -> row.signal().sourceId()),
          Column.of("id", "Signal id", row -> row.signal().id()));

  private final Signals signals;
  private final CompetitorCards cards;
  private final WorkspaceTransactions transactions;

  SignalTable(Signals signals, CompetitorCards cards, WorkspaceTransactions transactions) {
    this.signals = signals;
    this.cards = cards;
    this.transactions = transactions;
  }

  /// @param competitor its name, or its site where no name is known
  record Row(SignalView signal, String competitor) {}

  /// Names are asked for anew before the first page.
  Uni<Rows<Row>> rows(UUID workspaceId, SignalFilter filter, @Nullable String place) {
    return place == null
        ? cards.refresh(workspaceId).chain(() -> page(workspaceId, filter, null))
        : page(workspaceId, filter, place);
  }

  private Uni<Rows<Row>> page(UUID workspaceId, SignalFilter filter, @Nullable String place) {
    return transactions.in(
        workspaceId,
        tx ->
            signals
                .list(workspaceId, filter, Cursor.parse(place), PAGE)
                .chain(page -> cards.names(tx, competitors(page)).map(names -> rows(page, names))));
  }

  private static List<UUID> competitors(Page<SignalView> page) {
    return page.items().stream().map(SignalView::competitorId).distinct().toList();
  }

  private static Rows<Row> rows(Page<SignalView> page, Map<UUID, String> names) {
    List<Row> rows =
        page.items().stream()
            .map(
                signal ->
                    new Row(
                        signal,
                        names.getOrDefault(
                            signal.competitorId(), String.valueOf(signal.url().getHost()))))
            .toList();
    return new Rows<>(rows, page.nextCursor());
  }

  private static String moves(SignalView signal) {
    return signal.facts().stream()
        .map(fact -> fact.subject() + ": " + text(fact.before()) + " → " + text(fact.after()))
        .collect(Collectors.joining("; "));
  }

  private static String text(@Nullable FactValue value) {
    return value == null ? "(none)" : value.text();
  }

  private static int sources(SignalView signal) {
    StoryMark story = signal.story();
    return story == null ? 1 : story.sources();
  }

  private static @Nullable String quote(SignalView signal) {
    return signal.evidence().isEmpty() ? null : signal.evidence().getLast().quote();
  }
}
