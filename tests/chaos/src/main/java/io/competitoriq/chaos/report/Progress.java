package io.competitoriq.chaos.report;

import java.io.PrintStream;

/// Tells the reader on standard error how far a run is.
public final class Progress {

  private static final PrintStream READER = System.err;

  private Progress() {}

  public static void say(String line) {
    READER.println(line);
  }
}
