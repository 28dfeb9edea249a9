package io.competitoriq.analysis.signal;

import io.competitoriq.analysis.assessment.AssessmentView;
import io.competitoriq.messages.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What is shown beside a signal, read for a whole list with one statement.
@ApplicationScoped
class Surroundings {

  /// A row per quote, and one for a signal without any.
  private static final String FIND =
      """
      select s.id, e, a, t,
             (select count(*) from SignalComment c where c.signalId = s.id)
        from Signal s
        left join SignalEvidence e on e.signalId = s.id
        left join Assessment a on a.signalId = s.id
        left join StoryRow t on t.id = s.storyId
       where s.id in :ids
       order by e.ordinal
      """;

  /// @param evidence in the order of the changes
  /// @param story null only for a signal that is being raised right now
  record Around(
      List<Evidence> evidence,
      @Nullable AssessmentView assessment,
      @Nullable StoryMark story,
      int comments) {

    private static final Around NOTHING = new Around(List.of(), null, null, 0);
  }

  /// By signal.
  record Known(Map<UUID, Around> bySignal) {

    Around of(UUID signalId) {
      return bySignal.getOrDefault(signalId, Around.NOTHING);
    }
  }

  /// In the caller's transaction.
  Uni<Known> of(Mutiny.Session tx, Collection<UUID> signalIds) {
    if (signalIds.isEmpty()) {
      return Uni.createFrom().item(new Known(Map.of()));
    }
    return tx.createSelectionQuery(FIND, Object[].class)
        .setParameter("ids", signalIds)
        .getResultList()
        .map(Surroundings::known);
  }

  private static Known known(List<Object[]> rows) {
    Map<UUID, Around> bySignal = new HashMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(row -> (UUID) row[0]))
        .forEach((id, ofSignal) -> bySignal.put(id, around(ofSignal)));
    return new Known(bySignal);
  }

  private static Around around(List<Object[]> rows) {
    Object[] first = rows.getFirst();
    StoryRow story = (StoryRow) first[3];
    return new Around(
        rows.stream()
            .map(row -> (SignalEvidence) row[1])
            .filter(Objects::nonNull)
            .map(SignalEvidence::toEvidence)
            .toList(),
        AssessmentView.ofSelected(first[2]),
        story == null ? null : story.mark(),
        ((Long) first[4]).intValue());
  }
}
