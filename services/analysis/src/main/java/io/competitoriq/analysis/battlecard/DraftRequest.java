package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A draft as a person leaves it: all of it.
///
/// @param audience for whom; may be empty
/// @param ownerId the member who keeps it right
public record DraftRequest(
    @NotBlank @Size(max = 120) String name,
    @NotNull @Size(max = 120) String audience,
    @NotNull UUID ownerId,
    @NotNull @Size(max = 30) List<@Valid @NotNull SectionRequest> sections) {

  /// @param id of the section it was; null for a new one
  public record SectionRequest(
      @Nullable UUID id,
      @NotNull SectionKind kind,
      @NotBlank @Size(max = 120) String title,
      @NotNull @Size(max = 50) List<@Valid @NotNull BlockRequest> blocks) {}

  /// @param id of the block it was; null for a new one
  /// @param text with PROSE only
  /// @param live with LIVE only
  /// @param citations with PROSE only; those that were there before need not be looked up again
  public record BlockRequest(
      @Nullable UUID id,
      @NotNull BlockKind kind,
      @Nullable @Size(max = 4000) String text,
      @Nullable LiveKind live,
      @Nullable @Size(max = 20) List<@Valid @NotNull CitationRequest> citations) {

    List<CitationRequest> cited() {
      return citations == null ? List.of() : citations;
    }
  }

  Stream<BlockRequest> blocks() {
    return sections.stream().flatMap(section -> section.blocks().stream());
  }

  /// @throws io.competitoriq.http.ProblemException 400 for parts that do not go together
  void require() {
    long named =
        Stream.concat(ids(), blocks().map(BlockRequest::id)).filter(id -> id != null).count();
    long distinct =
        Stream.concat(ids(), blocks().map(BlockRequest::id))
            .filter(id -> id != null)
            .distinct()
            .count();
    if (named != distinct) {
      throw Problems.badField("draft-invalid", "sections", "Two parts have the same id.");
    }
    blocks().forEach(DraftRequest::require);
  }

  private Stream<@Nullable UUID> ids() {
    return sections.stream().map(SectionRequest::id);
  }

  private static void require(BlockRequest block) {
    boolean prose = block.kind() == BlockKind.PROSE;
    if (prose && (block.text() == null || block.text().isBlank())) {
      throw Problems.badField("draft-invalid", "sections.blocks.text", "A prose block needs text.");
    }
    if (prose == (block.live() != null)) {
      throw Problems.badField(
          "draft-invalid",
          "sections.blocks.live",
          "live goes with LIVE blocks, and only with them.");
    }
    if (!prose && (block.text() != null && !block.text().isEmpty() || !block.cited().isEmpty())) {
      throw Problems.badField(
          "draft-invalid", "sections.blocks.text", "A live block has no words of its own.");
    }
  }
}
