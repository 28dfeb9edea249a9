package io.competitoriq.analysis.ask;

import java.util.List;

/// What was found for a question, best first within each kind, and what was looked through.
public record Material(List<Piece> pieces, Coverage coverage) {

  public Material {
    pieces = List.copyOf(pieces);
  }

  List<Piece> of(Piece.Kind kind) {
    return pieces.stream().filter(piece -> piece.kind() == kind).toList();
  }
}
