package io.competitoriq.bench.queue;

/// A bound on a ratio, or on our own figure where there is no peer.
///
/// @param atLeast false: at most
record Goal(boolean atLeast, double bound) {

  static Goal atLeast(double bound) {
    return new Goal(true, bound);
  }

  static Goal atMost(double bound) {
    return new Goal(false, bound);
  }

  boolean metBy(double value) {
    return atLeast ? value >= bound : value <= bound;
  }

  @Override
  public String toString() {
    return (atLeast ? ">=" : "<=") + Numbers.shortest(bound);
  }
}
