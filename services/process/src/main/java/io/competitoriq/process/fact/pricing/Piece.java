package io.competitoriq.process.fact.pricing;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Neighbouring blocks that together word one or several prices: mostly one block, but a sign, a
/// number and its cents may each stand in a block of their own.
///
/// @param first index of the first block
/// @param last index of the last one, its period's block included
/// @param text what was parsed
/// @param prices at least one
/// @param group the line of the same block that names what its lines below are kinds of
record Piece(
    int first, int last, String text, List<Price> prices, Element element, @Nullable String group) {

  Piece(int first, int last, String text, List<Price> prices, Element element) {
    this(first, last, text, prices, element, null);
  }

  Piece {
    prices = List.copyOf(prices);
  }

  boolean namesAmount() {
    return prices.getFirst().namesAmount();
  }
}
