package io.competitoriq.analysis.ask;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// The signals that may answer a question, with the quotes they were read from.
@ApplicationScoped
class ChangePieces {

  private static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");
  private static final int MOST = 12;
  private static final int MOST_QUOTES = 4;

  private static final String FIND =
      """
      select f.matched, f.of_terms, f.found, s.id, s.competitor_id, s.headline, s.page_title, s.occurred_at, s.confidence,
             e.document_id, e.snapshot_id, e.block_id, e.quote, e.start_offset, e.end_offset, e.url, e.fetched_at
      from search_signal($1, $2, $3, $4, $5, $6) f
      join signal s on s.id = f.signal_id
      join lateral (
        select * from evidence q where q.signal_id = s.id and q.verified order by q.ordinal limit $7) e on true
      order by f.matched desc, s.significance desc, s.detected_at desc, s.id desc, e.ordinal
      """;

  /// @param pieces best first
  /// @param seen how many signals were looked at
  record Changes(List<Piece> pieces, long seen) {
    static final Changes NONE = new Changes(List.of(), 0);
  }

  /// @param nameOf names of competitors
  Uni<Changes> find(
      Mutiny.Session tx, Reading reading, ZoneId zone, Instant now, Function<UUID, String> nameOf) {
    return SessionSql.of(tx)
        .select(
            FIND,
            reading.terms().stream().map(Words::term).toArray(String[]::new),
            reading.competitorIds().toArray(UUID[]::new),
            categories(reading),
            at(reading.from() == null ? EVER : reading.from()),
            at(reading.to() == null ? now : reading.to()),
            MOST,
            MOST_QUOTES)
        .map(rows -> changes(rows, new FactSentences(zone), nameOf));
  }

  /// Of a topic's categories only; a question for changes of any kind has none.
  private static String[] categories(Reading reading) {
    return reading.topics().stream()
        .flatMap(topic -> topic.categories().stream())
        .map(Enum::name)
        .distinct()
        .toArray(String[]::new);
  }

  private static Changes changes(
      List<Object[]> rows, FactSentences words, Function<UUID, String> nameOf) {
    Map<UUID, List<Object[]>> bySignal = new LinkedHashMap<>();
    rows.forEach(row -> bySignal.computeIfAbsent((UUID) row[3], _ -> new ArrayList<>()).add(row));
    List<Piece> pieces =
        bySignal.values().stream().map(signal -> piece(signal, words, nameOf)).toList();
    return new Changes(pieces, rows.isEmpty() ? 0 : (Integer) rows.getFirst()[2]);
  }

  private static Piece piece(
      List<Object[]> rows, FactSentences words, Function<UUID, String> nameOf) {
    Object[] first = rows.getFirst();
    UUID competitor = (UUID) first[4];
    String name = nameOf.apply(competitor);
    Instant at = ((OffsetDateTime) first[7]).toInstant();
    int terms = (Integer) first[1];
    return new Piece(
        Piece.Kind.CHANGE,
        competitor,
        name + ", " + words.day(at) + ": " + first[5] + ".",
        at,
        (Double) first[8],
        terms == 0 ? 1 : (Integer) first[0] / (double) terms,
        rows.stream().map(row -> citation(row, name)).toList());
  }

  private static Citation citation(Object[] row, String name) {
    return new Citation(
        0,
        (UUID) row[4],
        name,
        (UUID) row[9],
        (UUID) row[10],
        (String) row[11],
        (String) row[12],
        (Integer) row[13],
        (Integer) row[14],
        (String) row[15],
        (String) row[6],
        ((OffsetDateTime) row[16]).toInstant(),
        (UUID) row[3],
        null,
        null);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
