package io.competitoriq.process.fact;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactKind;

/// Which changes of facts are news. What is none is stored all the same: the history has it, nobody
/// is alerted.
///
/// - Prices, plans, posts and openings tell every change. An opening changes with its place,
///   workplace, employment, department or pay, never with our reading of function and seniority.
/// - People tell that somebody came, left or has another role.
/// - Features tell only that a plan got or lost one or its limit moved. Rows that come and go are
///   told by the text, which waits for a second visit: lists of features are reworded too often.
/// - Products, contacts and technologies are quiet. Stock, ratings and their counts fluctuate by
///   the hour, and a script's host says little; a product's price is told by its PRICE fact.
public final class FactNews {

  private FactNews() {}

  /// Whether no change of the kind is ever told.
  public static boolean isQuiet(FactKind kind) {
    return switch (kind) {
      case PRODUCT, CONTACT, TECHNOLOGY -> true;
      case PRICE, PLAN, POST, JOB_OPENING, FEATURE, PERSON -> false;
    };
  }

  /// Whether a change of this kind to a fact of that one is told.
  static boolean tells(ChangeKind change, FactKind kind) {
    return !isQuiet(kind) && (kind != FactKind.FEATURE || change == ChangeKind.MODIFIED);
  }
}
