package io.competitoriq.analysis.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Whose money a call costs: the workspace's, and that of the feature it is made for.
///
/// @param name as stored and shown
record Account(String name) {

  static final Account WORKSPACE = new Account("WORKSPACE");

  static Account of(Feature feature) {
    return new Account(feature.name());
  }

  /// In the order in which their rows are locked.
  static List<Account> chargedFor(Feature feature) {
    return List.of(WORKSPACE, of(feature));
  }

  static List<Account> all() {
    return Stream.concat(Stream.of(WORKSPACE), Arrays.stream(Feature.values()).map(Account::of))
        .toList();
  }
}
