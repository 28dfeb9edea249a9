package io.competitoriq.local;

import java.io.PrintStream;
import java.util.Locale;

/// One line per thing that happened, with the seconds since the start.
public final class Progress {

  private final PrintStream out;
  private final long start = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String what) {
    out.println(String.format(Locale.ROOT, "%7.1f s  %s", seconds(), what));
    out.flush();
  }

  public void plain(String text) {
    out.println(text);
    out.flush();
  }

  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
