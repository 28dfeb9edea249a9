package io.competitoriq.competitors.source;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.Priority;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.VisitReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// Hands visits over to the crawlers, in the transaction of what caused them. A source waits or is
/// visited once at a time: asking again meanwhile is a duplicate.
@ApplicationScoped
class Visits {

  private final JobQueue queue;

  Visits(JobQueue queue) {
    this.queue = queue;
  }

  Uni<Enqueued> ask(Mutiny.Session tx, Source source, Instant slot, VisitReason reason) {
    return tags(tx, List.of(source))
        .chain(tags -> queue.enqueue(tx, job(source, slot, reason, tags)));
  }

  /// First visits of new sources, answers in their order.
  Uni<List<Enqueued>> askFirst(Mutiny.Session tx, List<Source> sources, Instant slot) {
    return tags(tx, sources)
        .map(
            tags ->
                sources.stream().map(source -> job(source, slot, VisitReason.FIRST, tags)).toList())
        .chain(jobs -> queue.enqueueAll(tx, jobs));
  }

  /// The tags of the sources' competitors; ignore rules may go by them.
  private static Uni<Map<UUID, List<String>>> tags(Mutiny.Session tx, List<Source> sources) {
    List<UUID> competitors =
        sources.stream().map(source -> source.competitorId).distinct().toList();
    return tx.createNativeQuery(
            "select c.id, t.tag from competitor c cross join unnest(c.tags) t(tag) where c.id in (:competitors)",
            Object[].class)
        .setParameter("competitors", competitors)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> (UUID) row[0],
                            Collectors.mapping(row -> (String) row[1], Collectors.toList()))));
  }

  private static NewJob job(
      Source source, Instant slot, VisitReason reason, Map<UUID, List<String>> tags) {
    CollectSource visit =
        new CollectSource(
            source.competitorId,
            source.id,
            source.uri(),
            source.kind,
            source.collector,
            slot,
            reason,
            source.rendering,
            source.options,
            tags.getOrDefault(source.competitorId, List.of()));
    return new NewJob(CollectSource.QUEUE, CollectSource.KIND, source.workspaceId, visit)
        .dedup(source.id.toString())
        .host(source.uri().getHost())
        .priority(priority(reason));
  }

  /// What a person waits for goes before what the clock asked for.
  private static Priority priority(VisitReason reason) {
    return switch (reason) {
      case FIRST, REQUESTED -> Priority.HIGH;
      case SCHEDULED -> Priority.NORMAL;
    };
  }
}
