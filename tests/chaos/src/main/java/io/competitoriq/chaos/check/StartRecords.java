package io.competitoriq.chaos.check;

import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the worker processes wrote down themselves at every start of a handler.
public final class StartRecords {

  private final List<Start> starts;

  private record Start(String file, String queue, int underWay) {}

  /// Reads the records of every process of the run.
  public StartRecords(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      this.starts =
          files
              .filter(file -> file.getFileName().toString().startsWith("starts-"))
              .flatMap(StartRecords::read)
              .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Start> read(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split(" "))
          .filter(parts -> parts.length == 5) // the last line of a killed process may be cut
          .map(parts -> new Start(file.toString(), parts[0], Integer.parseInt(parts[4])));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public int count() {
    return starts.size();
  }

  /// Starts that found more of their queue under way in their process than it has slots.
  public Row slotsKept(Map<String, Integer> slots) {
    List<Start> above =
        starts.stream()
            .filter(start -> start.underWay() > slots.getOrDefault(start.queue(), 0))
            .toList();
    above.stream().limit(10).forEach(start -> Progress.say("VIOLATED slots: " + start));
    return Row.violations("i5_more_than_slots", above.size());
  }
}
