package io.competitoriq.analysis.signal;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What a list shows beside each signal: its story and how much is said about it.
@ApplicationScoped
class StandingMarks {

  private static final String FIND =
      """
      select s.id, st.id, st.signals, st.sources, st.lead_signal_id,
             (select count(*) from signal_comment c where c.signal_id = s.id)
      from signal s left join story st on st.id = s.story_id
      where s.id = any($1)
      """;

  /// @param story null only for a signal that is being raised right now
  record Mark(@Nullable StoryMark story, int comments) {
    static final Mark NONE = new Mark(null, 0);
  }

  Uni<Map<UUID, Mark>> of(Mutiny.Session tx, Collection<UUID> signalIds) {
    return SessionSql.of(tx)
        .select(FIND, (Object) signalIds.toArray(UUID[]::new))
        .map(StandingMarks::bySignal);
  }

  private static Map<UUID, Mark> bySignal(List<Object[]> rows) {
    Map<UUID, Mark> marks = new HashMap<>();
    for (Object[] row : rows) {
      StoryMark story =
          row[1] == null
              ? null
              : new StoryMark((UUID) row[1], (Integer) row[2], (Integer) row[3], (UUID) row[4]);
      marks.put((UUID) row[0], new Mark(story, ((Long) row[5]).intValue()));
    }
    return marks;
  }
}
