package io.competitoriq.analysis.battlecard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One block of a section as it is stored.
///
/// @param text what is written; empty in live blocks
/// @param live with LIVE: which facts
@JsonIgnoreProperties(ignoreUnknown = true)
public record Block(
    UUID id,
    BlockKind kind,
    String text,
    @Nullable LiveKind live,
    List<Citation> citations,
    Origin origin) {

  public Block {
    citations = List.copyOf(citations);
    if ((kind == BlockKind.LIVE) != (live != null)) {
      throw new IllegalArgumentException("a live block says which facts it shows");
    }
  }

  static Block live(UUID id, LiveKind live) {
    return new Block(id, BlockKind.LIVE, "", live, List.of(), Origin.HUMAN);
  }

  public static Block prose(UUID id, String text, List<Citation> citations, Origin origin) {
    return new Block(id, BlockKind.PROSE, text, null, citations, origin);
  }
}
