package io.competitoriq.process.overview;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.document.DocumentCounts;
import io.competitoriq.process.drift.Drift;
import io.competitoriq.process.drift.Drifts;
import io.competitoriq.process.fact.FactView;
import io.competitoriq.process.fact.Facts;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// What the gateway joins into the page of a competitor, in one transaction. Not for clients.
@Path("/competitor-readings/{id}")
@RolesAllowed(Roles.VIEWER)
public class CompetitorReadings {

  private static final Map<FactKind, Integer> MOST =
      Map.of(FactKind.PLAN, 100, FactKind.PRICE, 100, FactKind.POST, 10);

  private final DocumentCounts counts;
  private final Drifts drifts;
  private final Facts facts;
  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;

  CompetitorReadings(
      DocumentCounts counts,
      Drifts drifts,
      Facts facts,
      WorkspaceTransactions transactions,
      CurrentWorkspace workspace) {
    this.counts = counts;
    this.drifts = drifts;
    this.facts = facts;
    this.transactions = transactions;
    this.workspace = workspace;
  }

  /// @param plans at most 100, the newest first, as [#prices]
  /// @param posts at most 10, the newest first
  public record Readings(
      DocumentCounts.Counts counts,
      List<Drift> drift,
      List<FactView> plans,
      List<FactView> prices,
      List<FactView> posts) {

    private static Readings of(
        DocumentCounts.Counts counts, List<Drift> drift, List<FactView> facts) {
      return new Readings(
          counts,
          drift,
          those(facts, FactKind.PLAN),
          those(facts, FactKind.PRICE),
          those(facts, FactKind.POST));
    }

    private static List<FactView> those(List<FactView> facts, FactKind kind) {
      return facts.stream().filter(fact -> fact.kind() == kind).toList();
    }
  }

  @GET
  public Uni<Readings> of(@RestPath UUID id) {
    UUID here = workspace.id();
    return transactions.in(
        here,
        _ ->
            counts
                .of(here, id)
                .chain(
                    counted ->
                        drifts
                            .of(here, id)
                            .chain(
                                drifted ->
                                    facts
                                        .newest(here, id, MOST)
                                        .map(found -> Readings.of(counted, drifted, found)))));
  }
}
