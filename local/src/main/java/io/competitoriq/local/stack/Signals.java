package io.competitoriq.local.stack;

import java.io.IOException;
import java.util.List;

/// Signals that Java has no word for.
final class Signals {

  private Signals() {}

  static void send(String signal, long pid) {
    try {
      new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(pid)))
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException missing) {
      throw new IllegalStateException("the program kill is missing", missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
