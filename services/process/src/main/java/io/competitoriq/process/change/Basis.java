package io.competitoriq.process.change;

/// What a change is made of. A snapshot raises at most one change of each.
public enum Basis {
  FACTS,
  TEXTS
}
