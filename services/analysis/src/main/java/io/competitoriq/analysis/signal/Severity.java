package io.competitoriq.analysis.signal;

/// How loudly a signal asks for attention; follows from its significance alone.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW;

  static Severity of(int significance) {
    if (significance >= 85) {
      return CRITICAL;
    }
    if (significance >= 65) {
      return HIGH;
    }
    return significance >= 40 ? MEDIUM : LOW;
  }
}
