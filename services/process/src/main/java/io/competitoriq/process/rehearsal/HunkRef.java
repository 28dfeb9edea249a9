package io.competitoriq.process.rehearsal;

import io.competitoriq.http.Problems;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.evidence.Version;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// One difference between two versions of a source.
///
/// @param beforeBlockIds blocks of the old version that changed or went; none when they are new
/// @param afterBlockIds blocks of the new version, in the order of the old ones they replace
public record HunkRef(
    @NotNull UUID fromDocumentId,
    @NotNull UUID toDocumentId,
    @NotNull @Size(max = 200) List<@NotNull @Size(max = 80) String> beforeBlockIds,
    @NotNull @Size(max = 200) List<@NotNull @Size(max = 80) String> afterBlockIds) {

  /// The blocks by their ids, in this order.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 when the version has no such block
  static List<Block> blocks(Version version, List<String> ids) {
    return ids.stream().map(id -> block(version, id)).toList();
  }

  private static Block block(Version version, String id) {
    return version.blocks().stream()
        .filter(block -> block.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badRequest(
                    "block-not-found",
                    "Document " + version.documentId() + " has no block " + id + "."));
  }
}
