package io.competitoriq.analysis.ask;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Questions that lean on each other.
final class Conversations {

  private Conversations() {}

  /// The last question of the conversation before a moment.
  static Uni<Optional<StoredQuestion>> before(
      Mutiny.Session tx, @Nullable UUID conversationId, Instant moment) {
    return conversationId == null
        ? Uni.createFrom().item(Optional.empty())
        : tx.createSelectionQuery(
                "from StoredQuestion where conversationId = :conversation and askedAt < :moment"
                    + " order by askedAt desc, id desc",
                StoredQuestion.class)
            .setParameter("conversation", conversationId)
            .setParameter("moment", moment)
            .setMaxResults(1)
            .getResultList()
            .map(found -> found.stream().findFirst());
  }
}
