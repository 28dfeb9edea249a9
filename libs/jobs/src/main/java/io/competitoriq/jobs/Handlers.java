package io.competitoriq.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The handlers of this service, found by queue and kind.
@ApplicationScoped
public class Handlers {

  private final Map<Address, JobHandler<?>> handlers = new HashMap<>();

  private record Address(String queue, String kind) {}

  Handlers(@All List<JobHandler<?>> found) {
    for (JobHandler<?> handler : found) {
      JobHandler<?> other =
          handlers.putIfAbsent(new Address(handler.queue(), handler.kind()), handler);
      if (other != null) {
        throw new IllegalStateException(
            "two handlers for " + handler.kind() + " of " + handler.queue());
      }
    }
  }

  public Optional<JobHandler<?>> of(String queue, String kind) {
    return Optional.ofNullable(handlers.get(new Address(queue, kind)));
  }

  /// The queues that this process works.
  public Set<String> queues() {
    Set<String> queues = new TreeSet<>();
    handlers.keySet().forEach(address -> queues.add(address.queue()));
    return queues;
  }
}
