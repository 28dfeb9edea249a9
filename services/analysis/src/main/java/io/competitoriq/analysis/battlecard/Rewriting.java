package io.competitoriq.analysis.battlecard;

import io.competitoriq.analysis.battlecard.DraftRequest.BlockRequest;
import io.competitoriq.http.Ids;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A draft as it becomes when somebody saves theirs. What they left untouched keeps its id and
/// origin. Pure but for new ids.
final class Rewriting {

  private final Map<UUID, Block> before;
  private final Map<CitationRequest, Citation> found;

  private Rewriting(Map<UUID, Block> before, Map<CitationRequest, Citation> found) {
    this.before = before;
    this.found = found;
  }

  /// @param found the citation of each request in `wanted`
  static CardContent of(
      CardContent draft, DraftRequest wanted, Map<CitationRequest, Citation> found) {
    Map<UUID, Block> before =
        draft.blocks().collect(Collectors.toMap(Block::id, Function.identity()));
    var rewriting = new Rewriting(before, found);
    return new CardContent(
        wanted.sections().stream()
            .map(
                section ->
                    new Section(
                        section.id() == null ? Ids.next() : section.id(),
                        section.kind(),
                        section.title().strip(),
                        section.blocks().stream().map(rewriting::block).toList()))
            .toList());
  }

  private Block block(BlockRequest wanted) {
    UUID id = wanted.id() == null ? Ids.next() : wanted.id();
    if (wanted.live() != null) {
      return Block.live(id, wanted.live());
    }
    String text = Objects.requireNonNull(wanted.text()).strip();
    List<Citation> citations =
        wanted.cited().stream().map(each -> Objects.requireNonNull(found.get(each))).toList();
    Block was = before.get(id);
    Origin origin = was == null || !was.text().equals(text) ? Origin.HUMAN : was.origin();
    return Block.prose(id, text, citations, origin);
  }
}
