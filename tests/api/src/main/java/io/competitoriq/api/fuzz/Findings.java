package io.competitoriq.api.fuzz;

import io.competitoriq.api.document.Operation;
import io.competitoriq.api.door.Answer;
import io.competitoriq.api.door.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a run of requests came to.
public final class Findings {

  private final Map<Integer, Integer> byStatus = new TreeMap<>();
  private final Set<String> operations = new TreeSet<>();
  private final List<Finding> faults = new ArrayList<>();

  /// An answer that must not be.
  ///
  /// @param index asks it again: `--only INDEX` with the same seed
  public record Finding(
      int index, String operation, String request, String answer, List<String> faults) {}

  synchronized void add(
      int index, Operation operation, Request request, Answer answer, List<String> wrong) {
    byStatus.merge(answer.status(), 1, Integer::sum);
    operations.add(operation.id());
    if (!wrong.isEmpty()) {
      faults.add(
          new Finding(
              index, operation.toString(), request + headers(request), answer.toString(), wrong));
    }
  }

  private static String headers(Request request) {
    List<String> shown =
        request.headers().stream()
            .filter(header -> !header.startsWith("Cookie: ciq_session"))
            .map(header -> header.length() > 60 ? header.substring(0, 60) + "..." : header)
            .toList();
    return " " + shown;
  }

  public synchronized List<Finding> faults() {
    return List.copyOf(faults);
  }

  public synchronized Map<Integer, Integer> byStatus() {
    return Map.copyOf(byStatus);
  }

  public synchronized int operations() {
    return operations.size();
  }

  public synchronized int requests() {
    return byStatus.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Server errors; a service that is away for a moment is none.
  public synchronized int serverErrors() {
    return byStatus.entrySet().stream()
        .filter(e -> e.getKey() >= 500 && e.getKey() != 503 && e.getKey() != 504)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
