package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Block;
import io.competitoriq.analysis.battlecard.BlockKind;
import io.competitoriq.analysis.battlecard.Citation;
import io.competitoriq.analysis.battlecard.SectionKind;
import io.competitoriq.analysis.factbook.CurrentFact;
import io.competitoriq.analysis.proposal.Claim.Act;
import io.competitoriq.analysis.proposal.Claim.Decision;
import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.http.Ids;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.Side;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What typed facts and signals propose for a section without any model. Pure but for new ids.
///
/// - A block whose cited facts are all gone is proposed to be dropped.
/// - Signals that belong into a section of its kind and that it does not cite yet are proposed to
///   be added, in the rules' own words. What got worse for their customers is why we win; what got
///   better is why they win. For sections that are a matter of opinion the rules know nothing.
final class RuleProposals {

  private static final int MOST = 8;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Material material;

  private RuleProposals(Material material) {
    this.material = material;
  }

  static List<Claim> of(Material material) {
    var rules = new RuleProposals(material);
    return Stream.concat(rules.drops(), rules.additions()).limit(MOST).toList();
  }

  private Stream<Claim> drops() {
    Set<UUID> today =
        material.facts().stream()
            .map(CurrentFact::lineageId)
            .collect(Collectors.toUnmodifiableSet());
    return material.section().blocks().stream()
        .filter(block -> block.kind() == BlockKind.PROSE)
        .filter(
            block -> {
              List<UUID> cited = lineages(block);
              return !cited.isEmpty() && cited.stream().noneMatch(today::contains);
            })
        .map(
            block ->
                claim(
                    Act.DROP,
                    block,
                    "What it was read from is no longer said by the pages that are watched.",
                    block.citations()));
  }

  private Stream<Claim> additions() {
    Set<UUID> cited =
        material.section().blocks().stream()
            .flatMap(block -> block.citations().stream())
            .map(Citation::signalId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return material.signals().stream()
        .filter(signal -> !cited.contains(signal.id()))
        .filter(signal -> belongs(material.section().kind(), signal))
        .sorted(Comparator.comparing(SignalView::occurredAt).reversed())
        .flatMap(this::addition);
  }

  private Stream<Claim> addition(SignalView signal) {
    List<Citation> citations =
        signal.evidence().stream()
            .filter(Evidence::verified)
            .sorted(Comparator.comparing(piece -> piece.side() == Side.BEFORE))
            .limit(3)
            .map(piece -> Citation.of(piece, null, signal.id()))
            .toList();
    if (citations.isEmpty()) {
      return Stream.empty();
    }
    String text = signal.headline() + ", " + DAY.format(signal.occurredAt()) + ".";
    return Stream.of(claim(Act.ADD, null, text, citations));
  }

  private static boolean belongs(SectionKind kind, SignalView signal) {
    return switch (kind) {
      case RECENT_MOVES -> true;
      case PRICING -> signal.category() == Category.PRICING;
      case WHY_WE_WIN, WEAKNESSES, LANDMINES, OPPORTUNITIES ->
          signal.facts().stream().anyMatch(RuleProposals::isWorse);
      case WHY_THEY_WIN, STRENGTHS, THREATS ->
          signal.facts().stream().anyMatch(RuleProposals::isBetter);
      case OVERVIEW, OBJECTIONS, PROOF, OTHER -> false;
    };
  }

  /// For their customers: dearer, or gone.
  private static boolean isWorse(FactChange change) {
    return isOffer(change) && (change.kind() == ChangeKind.REMOVED || direction(change) > 0);
  }

  /// For their customers: cheaper, or new.
  private static boolean isBetter(FactChange change) {
    return isOffer(change) && (change.kind() == ChangeKind.ADDED || direction(change) < 0);
  }

  private static boolean isOffer(FactChange change) {
    return change.factKind() == FactKind.PRICE
        || change.factKind() == FactKind.PLAN
        || change.factKind() == FactKind.FEATURE;
  }

  private static int direction(FactChange change) {
    var before = change.before();
    var after = change.after();
    if (change.factKind() != FactKind.PRICE
        || before == null
        || after == null
        || before.amountMinor() == null
        || after.amountMinor() == null
        || !Objects.equals(before.currency(), after.currency())
        || before.period() != after.period()) {
      return 0;
    }
    return Long.compare(after.amountMinor(), before.amountMinor());
  }

  private static List<UUID> lineages(Block block) {
    List<UUID> cited = new ArrayList<>();
    block.citations().stream()
        .map(Citation::lineageId)
        .filter(Objects::nonNull)
        .forEach(cited::add);
    return cited;
  }

  private static Claim claim(
      Act act, @Nullable Block block, String text, List<Citation> citations) {
    return new Claim(
        Ids.next(),
        act,
        block == null ? null : block.id(),
        block == null ? null : block.text(),
        text,
        false,
        citations,
        Decision.OPEN,
        null,
        null);
  }
}
