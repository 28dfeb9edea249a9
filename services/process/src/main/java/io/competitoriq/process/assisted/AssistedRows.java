package io.competitoriq.process.assisted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.messages.ReadOffer;
import io.competitoriq.tenancy.SessionSql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Readings by model, one a text of a source. All methods belong to the caller's transaction.
@ApplicationScoped
class AssistedRows {

  /// A question nobody answered within a day is asked again at the next visit.
  private static final String ASK =
      """
      insert into assisted_reading as r (source_id, text_sha256, workspace_id, document_id, state, asked_at)
      values ($1, $2, $3, $4, 'ASKED', $5)
      on conflict (source_id, text_sha256) do update set asked_at = excluded.asked_at
        where r.state = 'ASKED' and r.asked_at < excluded.asked_at - interval '1 day'
      """;

  private static final String KEEP =
      """
      insert into assisted_reading (source_id, text_sha256, workspace_id, document_id, state, model,
                                    prompt_version, offers, kept, dropped, asked_at, read_at)
      values ($1, $2, $3, $4, 'READ', $5, $6, ($7::text)::jsonb, $8, $9, $10, $10)
      on conflict (source_id, text_sha256) do update set state = 'READ', model = excluded.model,
        prompt_version = excluded.prompt_version, offers = excluded.offers, kept = excluded.kept,
        dropped = excluded.dropped, read_at = excluded.read_at
      """;

  private static final String FIND =
      """
      select model, prompt_version, offers::text from assisted_reading
      where source_id = $1 and text_sha256 = $2 and state = 'READ'
      """;

  private static final String BEFORE =
      """
      select document_id from assisted_reading
      where source_id = $1 and text_sha256 <> $2 and state = 'READ' order by read_at desc limit 1
      """;

  private final ObjectMapper json;
  private final Clock clock;

  AssistedRows(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /// Whether the text is to be asked about: it was not, or long ago and without an answer.
  Uni<Boolean> ask(
      Mutiny.Session tx, UUID workspaceId, UUID sourceId, UUID documentId, String sha) {
    return SessionSql.of(tx)
        .update(ASK, sourceId, sha, workspaceId, documentId, now())
        .map(rows -> rows > 0);
  }

  Uni<Integer> keep(Mutiny.Session tx, UUID workspaceId, KeepOffers read, OfferCheck check) {
    return SessionSql.of(tx)
        .update(
            KEEP,
            read.sourceId(),
            read.textSha256(),
            workspaceId,
            read.documentId(),
            read.model(),
            read.promptVersion(),
            write(read.offers()),
            check.kept(),
            check.dropped(),
            now());
  }

  /// What the model read in a text; empty when it has not.
  Uni<Optional<KeepOffers>> find(Mutiny.Session tx, UUID sourceId, UUID documentId, String sha) {
    return SessionSql.of(tx)
        .select(FIND, sourceId, sha)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new KeepOffers(
                                sourceId,
                                documentId,
                                sha,
                                (String) row[0],
                                ((Number) row[1]).intValue(),
                                read((String) row[2]))));
  }

  /// The version that was read last before this text.
  Uni<@Nullable UUID> before(Mutiny.Session tx, UUID sourceId, String sha) {
    return SessionSql.of(tx)
        .select(BEFORE, sourceId, sha)
        .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private String write(List<ReadOffer> offers) {
    try {
      return json.writeValueAsString(new Offers(offers));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values always have a JSON form", impossible);
    }
  }

  private List<ReadOffer> read(String offers) {
    try {
      return json.readValue(offers, Offers.class).items();
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("offers are written here only", foreign);
    }
  }

  /// The column's JSON.
  @RegisterForReflection
  record Offers(List<ReadOffer> items) {}
}
