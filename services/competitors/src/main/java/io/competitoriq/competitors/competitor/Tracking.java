package io.competitoriq.competitors.competitor;

import static java.time.temporal.ChronoUnit.MICROS;

import io.competitoriq.competitors.discovery.Company;
import io.competitoriq.competitors.discovery.Discoveries;
import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.pack.Packed;
import io.competitoriq.competitors.pack.Packs;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problem.FieldError;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Starts to watch a company: competitor, sources and first visits come into being together.
@ApplicationScoped
public class Tracking {

  private final WorkspaceTransactions transactions;
  private final CompetitorRepository repository;
  private final Discoveries discoveries;
  private final SourceAdding adding;
  private final Packs packs;
  private final Clock clock;

  Tracking(
      WorkspaceTransactions transactions,
      CompetitorRepository repository,
      Discoveries discoveries,
      SourceAdding adding,
      Packs packs,
      Clock clock) {
    this.transactions = transactions;
    this.repository = repository;
    this.discoveries = discoveries;
    this.adding = adding;
    this.packs = packs;
    this.clock = clock;
  }

  /// The new competitor.
  ///
  /// Fails with 409 `competitor-already-tracked` when one with the same domain is watched, and as
  /// [Choices], [Packs] and [SourceAdding] do.
  public Uni<CompetitorView> track(UUID workspaceId, TrackCompetitor wanted) {
    PageUrl url = PageUrl.parse(wanted.url());
    return transactions.in(
        workspaceId,
        tx ->
            requireNew(tx, workspaceId, url.domain())
                .chain(() -> findings(wanted))
                .chain(
                    found -> add(tx, competitor(workspaceId, url, wanted, found), wanted, found)));
  }

  private Uni<Void> requireNew(Mutiny.Session tx, UUID workspaceId, String domain) {
    return repository
        .holdDomain(tx, workspaceId, domain)
        .chain(() -> repository.findByDomain(domain))
        .invoke(present -> present.ifPresent(Tracking::refuseDuplicate))
        .replaceWithVoid();
  }

  private static void refuseDuplicate(Competitor present) {
    throw new ProblemException(
        409,
        "competitor-already-tracked",
        "%s is watched already: \"%s\", competitor %s."
            .formatted(present.domain, present.name, present.id),
        List.of(new FieldError("existingId", present.id.toString())),
        null);
  }

  private Uni<Optional<Findings>> findings(TrackCompetitor wanted) {
    return wanted.discoveryId() == null
        ? Uni.createFrom().item(Optional.empty())
        : found(wanted.discoveryId(), wanted.pack()).map(Optional::of);
  }

  /// Half a pack would be watched while the site is still looked at.
  private Uni<Findings> found(UUID discoveryId, @Nullable String pack) {
    return pack == null ? discoveries.findings(discoveryId) : discoveries.result(discoveryId);
  }

  private List<NewSource> sources(TrackCompetitor wanted, Optional<Findings> found) {
    List<NewSource> chosen = Choices.resolve(wanted.choices(), found);
    if (wanted.pack() == null) {
      return chosen;
    }
    Findings findings = found.orElseThrow(Tracking::packWithoutDiscovery);
    Packed packed = packs.packed(wanted.pack(), findings);
    return Stream.concat(chosen.stream(), packed.sources().stream()).toList();
  }

  private static ProblemException packWithoutDiscovery() {
    return Problems.badField(
        "request-invalid",
        "discoveryId",
        "A pack chooses from what a discovery found: name the discovery.");
  }

  private Uni<CompetitorView> add(
      Mutiny.Session tx, Competitor competitor, TrackCompetitor wanted, Optional<Findings> found) {
    List<NewSource> sources = sources(wanted, found);
    return tx.persist(competitor)
        .chain(() -> tx.flush())
        .chain(() -> adding.add(tx, competitor.workspaceId, competitor.id, sources))
        .map(added -> CompetitorView.of(competitor, added.size()));
  }

  private Competitor competitor(
      UUID workspaceId, PageUrl url, TrackCompetitor wanted, Optional<Findings> found) {
    Optional<Company> company = found.flatMap(f -> Optional.ofNullable(f.company()));
    Competitor competitor = new Competitor();
    competitor.id = Ids.next();
    competitor.workspaceId = workspaceId;
    competitor.name = name(wanted, company, url);
    competitor.domain = url.domain();
    competitor.url = url.toString();
    competitor.description = company.map(Company::description).orElse(null);
    competitor.logoUrl = company.map(Company::logoUrl).orElse(null);
    competitor.createdAt = clock.instant().truncatedTo(MICROS);
    competitor.updatedAt = competitor.createdAt;
    return competitor;
  }

  private static String name(TrackCompetitor wanted, Optional<Company> company, PageUrl url) {
    String given = wanted.name() == null ? "" : wanted.name().strip();
    return given.isEmpty() ? company.map(Company::name).orElseGet(() -> spoken(url)) : given;
  }

  /// `acme.com` as "Acme".
  private static String spoken(PageUrl url) {
    String label = url.domain().split("\\.", 2)[0];
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
