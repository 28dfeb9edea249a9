package io.competitoriq.analysis.signal;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One typed fact of a signal as it moved.
///
/// @param direction 1 up, -1 down, 0 the same amount; null when the two cannot be compared
/// @param percent signed; null when it cannot be told in percent
/// @param afterMinor the new amount in minor units of `currency`
record Move(
    FactKind factKind,
    ChangeKind change,
    String subject,
    String field,
    @Nullable Short direction,
    @Nullable Double percent,
    @Nullable Long afterMinor,
    @Nullable String currency) {

  static List<Move> all(List<FactChange> facts) {
    return facts.stream().map(Move::of).toList();
  }

  /// Whether a price changed, came or went; other words for the same amount are no move.
  static boolean ofPrice(List<Move> moves) {
    return moves.stream().anyMatch(Move::isOfPrice);
  }

  /// The largest relative move of a price, without its sign.
  static OptionalDouble largest(List<Move> moves) {
    return moves.stream()
        .filter(Move::isOfPrice)
        .flatMap(move -> Stream.ofNullable(move.percent))
        .mapToDouble(Math::abs)
        .max();
  }

  private boolean isOfPrice() {
    return factKind == FactKind.PRICE
        && change != ChangeKind.MOVED
        && (direction == null || direction != 0);
  }

  private static Move of(FactChange fact) {
    Optional<Money> before = Money.of(fact.before());
    Optional<Money> after = Money.of(fact.after());
    Optional<Short> direction =
        before
            .filter(old -> after.map(old::comparableWith).orElse(false))
            .flatMap(
                old ->
                    after.map(now -> (short) Long.signum(Long.compare(now.minor(), old.minor()))));
    FactValue later = fact.after();
    return new Move(
        fact.factKind(),
        fact.kind(),
        fact.subject(),
        fact.field(),
        direction.orElse(null),
        before.flatMap(old -> after.flatMap(old::percentTo)).orElse(null),
        later == null ? null : later.amountMinor(),
        later == null ? null : later.currency());
  }
}
