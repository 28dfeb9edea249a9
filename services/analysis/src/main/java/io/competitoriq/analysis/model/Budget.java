package io.competitoriq.analysis.model;

/// Most micro-USD an account may cost per day and calendar month (UTC). 0: nothing is asked, not
/// even of a model that costs nothing.
record Budget(long dayMicros, long monthMicros) {

  long of(Period period) {
    return switch (period) {
      case DAY -> dayMicros;
      case MONTH -> monthMicros;
    };
  }
}
