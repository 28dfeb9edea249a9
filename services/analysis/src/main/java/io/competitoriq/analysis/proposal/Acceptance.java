package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.battlecard.Block;
import io.competitoriq.analysis.battlecard.Section;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A draft as it becomes when a claim is accepted. Pure but for new ids.
final class Acceptance {

  private static final int MOST_BLOCKS = 50;

  private Acceptance() {}

  /// @throws io.competitoriq.http.ProblemException 409 when the section or the block is gone, or
  ///   says something else than when the claim was made
  static UnaryOperator<List<Section>> of(Claim claim, Proposal proposal) {
    return sections -> {
      if (sections.stream().noneMatch(section -> section.id().equals(proposal.sectionId))) {
        throw outdated("The section is gone.");
      }
      return sections.stream()
          .map(
              section ->
                  section.id().equals(proposal.sectionId)
                      ? section.with(blocks(section.blocks(), claim, proposal))
                      : section)
          .toList();
    };
  }

  private static List<Block> blocks(List<Block> blocks, Claim claim, Proposal proposal) {
    return switch (claim.act()) {
      case ADD -> added(blocks, claim, proposal);
      case REPLACE -> {
        requireUnchanged(blocks, claim);
        yield blocks.stream()
            .map(
                block ->
                    block.id().equals(claim.blockId()) ? prose(block.id(), claim, proposal) : block)
            .toList();
      }
      case DROP -> {
        requireUnchanged(blocks, claim);
        yield blocks.stream().filter(block -> !block.id().equals(claim.blockId())).toList();
      }
    };
  }

  private static List<Block> added(List<Block> blocks, Claim claim, Proposal proposal) {
    if (blocks.size() >= MOST_BLOCKS) {
      throw Problems.conflict(
          "section-full", "A section holds " + MOST_BLOCKS + " blocks at most; remove one first.");
    }
    List<Block> all = new ArrayList<>(blocks);
    all.add(prose(Ids.next(), claim, proposal));
    return all;
  }

  private static void requireUnchanged(List<Block> blocks, Claim claim) {
    boolean same =
        blocks.stream()
            .anyMatch(
                block -> block.id().equals(claim.blockId()) && block.text().equals(claim.before()));
    if (!same) {
      throw outdated("The block was changed or removed since this was proposed.");
    }
  }

  private static Block prose(UUID id, Claim claim, Proposal proposal) {
    return Block.prose(id, claim.text(), claim.citations(), proposal.origin);
  }

  private static RuntimeException outdated(String why) {
    return Problems.conflict("claim-outdated", why + " Ask for a new proposal.");
  }
}
