package io.competitoriq.competitors.bulk;

import io.competitoriq.competitors.bulk.ImportedView.Fate;
import io.competitoriq.competitors.bulk.ImportedView.Line;
import io.competitoriq.competitors.competitor.Competitors;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Adds the good entries of a list, all in one transaction, and says of each other one why not.
@ApplicationScoped
public class SourceImport {
  private final Competitors competitors;
  private final SourceAdding adding;

  SourceImport(Competitors competitors, SourceAdding adding) {
    this.competitors = competitors;
    this.adding = adding;
  }

  /// Fails with problem `list-unreadable` when nothing can be made of the text, with
  /// `too-many-sources` when the competitor would get too many; then nothing was added.
  Uni<ImportedView> add(UUID workspaceId, UUID competitorId, ImportSources asked) {
    ListFormat format = asked.format() == null ? ListReader.formatOf(asked.text()) : asked.format();
    List<Entry> entries = ListReader.read(asked.text(), format);
    return competitors.withHeld(
        workspaceId,
        competitorId,
        tx ->
            adding
                .addressesOf(competitorId)
                .map(known -> sorted(entries, known))
                .call(
                    sorted ->
                        asked.dryRun() ? nothing() : add(tx, workspaceId, competitorId, sorted))
                .map(sorted -> view(asked.dryRun(), format, sorted)));
  }

  private record Sorted(List<Line> lines, List<NewSource> wanted) {}

  private Sorted sorted(List<Entry> entries, Set<String> known) {
    Set<String> seen = new HashSet<>(known);
    List<Line> lines = new ArrayList<>();
    List<NewSource> wanted = new ArrayList<>();
    for (Entry entry : entries) {
      try {
        NewSource source = adding.checked(EntrySources.of(entry));
        boolean fresh = seen.add(source.url().toString());
        lines.add(line(entry, source, fresh));
        if (fresh) {
          wanted.add(source);
        }
      } catch (ProblemException refused) {
        lines.add(
            new Line(entry.number(), entry.url(), null, null, Fate.REFUSED, refused.detail()));
      }
    }
    return new Sorted(lines, wanted);
  }

  private static Line line(Entry entry, NewSource source, boolean fresh) {
    return new Line(
        entry.number(),
        source.url().toString(),
        source.kind(),
        source.collector(),
        fresh ? Fate.ADDED : Fate.KNOWN,
        fresh ? null : "It is watched already, or stands twice in the list.");
  }

  private Uni<?> add(Mutiny.Session tx, UUID workspaceId, UUID competitorId, Sorted sorted) {
    return sorted.wanted().isEmpty()
        ? nothing()
        : adding.add(tx, workspaceId, competitorId, sorted.wanted());
  }

  private static Uni<?> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static ImportedView view(boolean dryRun, ListFormat format, Sorted sorted) {
    return new ImportedView(
        dryRun,
        format,
        count(sorted, Fate.ADDED),
        count(sorted, Fate.KNOWN),
        count(sorted, Fate.REFUSED),
        sorted.lines());
  }

  private static int count(Sorted sorted, Fate fate) {
    return (int) sorted.lines().stream().filter(line -> line.fate() == fate).count();
  }
}
