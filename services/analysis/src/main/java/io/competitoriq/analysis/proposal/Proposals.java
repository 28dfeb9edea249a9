package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Drafts;
import io.competitoriq.analysis.battlecard.Origin;
import io.competitoriq.analysis.model.Availability;
import io.competitoriq.analysis.proposal.Claim.Decision;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.ProposeSection;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Proposals for sections of cards: asked for, made, decided on claim by claim.
@ApplicationScoped
public class Proposals {

  private static final String PROPOSED = "battlecard.proposed";
  private static final int SHOWN = 30;

  private final Gathering gathering;
  private final Proposer proposer;
  private final Drafts drafts;
  private final JobQueue jobs;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Proposals(
      Gathering gathering,
      Proposer proposer,
      Drafts drafts,
      JobQueue jobs,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.gathering = gathering;
    this.proposer = proposer;
    this.drafts = drafts;
    this.jobs = jobs;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// The model is asked when there is one and rules are not asked for; else the rules answer at
  /// once and say that it was them.
  Uni<ProposalView> ask(UUID workspaceId, UUID memberId, UUID cardId, NewProposal wanted) {
    return gathering
        .of(workspaceId, cardId, wanted.sectionId())
        .chain(
            material -> {
              Proposal row = row(workspaceId, memberId, cardId, wanted.sectionId());
              return switch (proposer.availability()) {
                case Availability.Ready ready when !wanted.byRules() -> enqueue(row, ready.model());
                case Availability.Ready _ -> byRules(row, material, "");
                case Availability.Absent absent -> byRules(row, material, absent.reason());
              };
            });
  }

  /// The newest first, at most 30.
  Uni<List<ProposalView>> list(UUID workspaceId, UUID cardId) {
    return transactions.in(
        workspaceId,
        tx ->
            drafts
                .snapshot(tx, cardId)
                .chain(
                    card ->
                        tx.createSelectionQuery(
                                "from Proposal where cardId = :card order by createdAt desc, id desc",
                                Proposal.class)
                            .setParameter("card", card.cardId())
                            .setMaxResults(SHOWN)
                            .getResultList())
                .map(rows -> rows.stream().map(this::view).toList()));
  }

  /// Accepts a claim into the draft or refuses it; once.
  ///
  /// @throws io.competitoriq.http.ProblemException 409 when it was decided on, or the draft no
  ///   longer says what it would change
  Uni<ProposalView> decide(UUID workspaceId, UUID memberId, ClaimPath path, boolean accept) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, path)
                .chain(
                    row -> {
                      Claim claim = open(row, path.claimId());
                      row.claims =
                          new Claims(
                              row.claims.items().stream()
                                  .map(
                                      each ->
                                          each.equals(claim)
                                              ? each.decided(
                                                  accept ? Decision.ACCEPTED : Decision.REFUSED,
                                                  memberId,
                                                  clock.instant())
                                              : each)
                                  .toList());
                      return drafts
                          .decided(
                              tx,
                              path.cardId(),
                              memberId,
                              accept ? Acceptance.of(claim, row) : null,
                              claim.act() + ": " + claim.text())
                          .replaceWith(() -> view(row));
                    })
                .invoke(() -> live.publish(workspaceId, PROPOSED, path.cardId())));
  }

  /// Makes a proposal that was asked for; touches nothing.
  public Uni<Proposed> make(UUID workspaceId, ProposeSection job) {
    return transactions
        .in(workspaceId, tx -> tx.find(Proposal.class, job.proposalId()))
        .chain(
            row ->
                row == null || row.state != ProposalState.PENDING
                    ? Uni.createFrom().<Proposed>item(new Proposed.Already())
                    : gathering
                        .of(workspaceId, row.cardId, row.sectionId)
                        .chain(
                            material ->
                                proposer.propose(workspaceId, material, job.promptVersion())));
  }

  /// Writes down how it ended, in the transaction that ends the job.
  public Uni<Void> settle(Mutiny.Session tx, UUID proposalId, Proposed how) {
    return tx.find(Proposal.class, proposalId)
        .invoke(
            row -> {
              if (row == null || row.state != ProposalState.PENDING) {
                return;
              }
              switch (how) {
                case Proposed.Ready ready -> {
                  row.model = ready.model();
                  row.claims = new Claims(ready.claims());
                  row.droppedClaims = ready.dropped();
                  row.end(ProposalState.READY, ready.reason(), clock.instant());
                }
                case Proposed.Failed failed ->
                    row.end(ProposalState.FAILED, failed.reason(), clock.instant());
                case Proposed.Later later ->
                    row.end(ProposalState.FAILED, later.reason(), clock.instant());
                case Proposed.Paused paused -> row.reason = paused.reason();
                case Proposed.Already _ -> {}
              }
              live.publish(row.workspaceId, PROPOSED, row.cardId);
            })
        .replaceWithVoid();
  }

  private Uni<ProposalView> byRules(Proposal row, Material material, String why) {
    row.origin = Origin.RULES;
    row.claims = new Claims(RuleProposals.of(material));
    String found =
        row.claims.items().isEmpty()
            ? "Facts and signals propose nothing for this section."
            : "Proposed from facts and signals, without a model.";
    row.end(ProposalState.READY, why.isEmpty() ? found : found + " " + why, clock.instant());
    return transactions.in(row.workspaceId, tx -> tx.persist(row).replaceWith(() -> view(row)));
  }

  private Uni<ProposalView> enqueue(Proposal row, String model) {
    row.origin = Origin.MODEL;
    row.model = model;
    row.promptVersion = Prompt.CURRENT;
    row.state = ProposalState.PENDING;
    row.reason = "Waiting for " + model + ".";
    var job =
        NewJob.of(
                ProposeSection.QUEUE,
                ProposeSection.KIND,
                row.workspaceId,
                new ProposeSection(row.id, Prompt.CURRENT))
            .dedup(row.id.toString());
    return transactions.in(
        row.workspaceId,
        tx ->
            jobs.enqueue(tx, job)
                .invoke(
                    enqueued -> {
                      switch (enqueued) {
                        case Enqueued.Added _, Enqueued.Duplicate _ -> {}
                        case Enqueued.Rejected rejected ->
                            row.end(ProposalState.FAILED, rejected.reason(), clock.instant());
                      }
                    })
                .chain(() -> tx.persist(row))
                .replaceWith(() -> view(row)));
  }

  private Proposal row(UUID workspaceId, UUID memberId, UUID cardId, UUID sectionId) {
    Proposal row = new Proposal();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.cardId = cardId;
    row.sectionId = sectionId;
    row.claims = Claims.NONE;
    row.createdBy = memberId;
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return row;
  }

  private static Uni<Proposal> find(Mutiny.Session tx, ClaimPath path) {
    return tx.find(Proposal.class, path.proposalId())
        .invoke(
            row -> {
              if (row == null || !row.cardId.equals(path.cardId())) {
                throw Problems.notFound(
                    "proposal-not-found", "The card has no proposal " + path.proposalId() + ".");
              }
            });
  }

  private static Claim open(Proposal row, UUID claimId) {
    Claim claim =
        row.claims.items().stream()
            .filter(each -> each.id().equals(claimId))
            .findFirst()
            .orElseThrow(
                () -> Problems.notFound("claim-not-found", "The proposal has no claim " + claimId));
    if (claim.decision() != Decision.OPEN) {
      throw Problems.conflict("claim-decided", "Somebody has decided on this claim already.");
    }
    return claim;
  }

  private ProposalView view(Proposal row) {
    return ProposalView.of(row, clock.instant());
  }

  /// Where a claim is.
  record ClaimPath(UUID cardId, UUID proposalId, UUID claimId) {}
}
