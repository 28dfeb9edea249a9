package io.competitoriq.competitors.competitor;

import static java.util.stream.Collectors.toSet;

import io.competitoriq.competitors.discovery.Discoveries;
import io.competitoriq.competitors.pack.Packed;
import io.competitoriq.competitors.pack.Packs;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.competitors.source.SourceView;
import io.competitoriq.competitors.source.Sources;
import io.competitoriq.messages.SourceKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Adds what a competitor lacks of a pack, and leaves alone what it has.
@ApplicationScoped
class PackApplying {

  private final Competitors competitors;
  private final Discoveries discoveries;
  private final Packs packs;
  private final Sources sources;
  private final SourceAdding adding;

  PackApplying(
      Competitors competitors,
      Discoveries discoveries,
      Packs packs,
      Sources sources,
      SourceAdding adding) {
    this.competitors = competitors;
    this.discoveries = discoveries;
    this.packs = packs;
    this.sources = sources;
    this.adding = adding;
  }

  /// A second time adds nothing.
  ///
  /// Fails with 404 `competitor-not-found`, 422 `pack-not-found`, and as [Discoveries#result] and
  /// [SourceAdding#add] do; then nothing was added.
  Uni<AppliedPackView> apply(UUID workspaceId, UUID competitorId, ApplyPack wanted) {
    return competitors.withHeld(
        workspaceId,
        competitorId,
        tx ->
            discoveries
                .result(wanted.discoveryId())
                .map(findings -> packs.packed(wanted.pack(), findings))
                .chain(
                    packed ->
                        sources
                            .ofCompetitor(competitorId)
                            .chain(
                                watched ->
                                    adding
                                        .add(
                                            tx, workspaceId, competitorId, lacking(packed, watched))
                                        .map(added -> view(wanted, packed, watched, added)))));
  }

  private static List<NewSource> lacking(Packed packed, List<SourceView> watched) {
    Set<String> addresses = watched.stream().map(SourceView::url).collect(toSet());
    return packed.sources().stream()
        .filter(source -> !addresses.contains(source.url().toString()))
        .toList();
  }

  /// A kind the discovery has not seen is no gap when somebody added a source of it by hand.
  private static AppliedPackView view(
      ApplyPack wanted, Packed packed, List<SourceView> watched, List<SourceView> added) {
    Set<String> addresses =
        packed.sources().stream().map(source -> source.url().toString()).collect(toSet());
    List<SourceView> known =
        watched.stream()
            .filter(
                source ->
                    addresses.contains(source.url()) || packed.missing().contains(source.kind()))
            .toList();
    Set<SourceKind> kinds = known.stream().map(SourceView::kind).collect(toSet());
    List<SourceKind> missing =
        packed.missing().stream().filter(kind -> !kinds.contains(kind)).toList();
    return new AppliedPackView(wanted.pack(), added, known, missing, packed.warnings());
  }
}
