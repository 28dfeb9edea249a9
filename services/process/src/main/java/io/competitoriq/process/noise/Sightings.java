package io.competitoriq.process.noise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.http.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Remembers which texts came and went on a source's latest visits.
@ApplicationScoped
public class Sightings {

  private static final String REMEMBER =
      """
      insert into sighting (id, workspace_id, source_id, slot, text_key, last_visit, returns)
      select seen.id, :workspace, :source, seen.slot, seen.key, seen.visit, 0
      from jsonb_to_recordset(cast(cast(:seen as text) as jsonb)) as seen (id uuid, slot text, key text, visit bigint)
      on conflict (source_id, slot, text_key) do update set
        returns = sighting.returns + case when excluded.last_visit > sighting.last_visit + 1 then 1 else 0 end,
        last_visit = greatest(sighting.last_visit, excluded.last_visit)
      """;

  private final ObjectMapper json;

  Sightings(ObjectMapper json) {
    this.json = json;
  }

  /// What the memory of the source holds.
  public Uni<List<Sighting>> of(Mutiny.Session session, UUID sourceId) {
    return session
        .createNativeQuery(
            "select slot, text_key, last_visit, returns from sighting where source_id = :source",
            Object[].class)
        .setParameter("source", sourceId)
        .getResultList()
        .map(rows -> rows.stream().map(Sightings::sighting).toList());
  }

  private static Sighting sighting(Object[] row) {
    return new Sighting(
        (String) row[0],
        (String) row[1],
        ((Number) row[2]).longValue(),
        ((Number) row[3]).intValue());
  }

  /// Adds what a visit showed and forgets what lies too far back.
  public Uni<Void> remember(
      Mutiny.Session session, UUID workspaceId, UUID sourceId, long visit, List<Sighting> seen) {
    Uni<Integer> forgotten =
        session
            .createNativeQuery(
                "delete from sighting where source_id = :source and last_visit < :oldest")
            .setParameter("source", sourceId)
            .setParameter("oldest", visit - Volatility.MEMORY)
            .executeUpdate();
    return seen.isEmpty()
        ? forgotten.replaceWithVoid()
        : forgotten.chain(() -> insert(session, workspaceId, sourceId, seen)).replaceWithVoid();
  }

  private Uni<Integer> insert(
      Mutiny.Session session, UUID workspaceId, UUID sourceId, List<Sighting> seen) {
    return session
        .createNativeQuery(REMEMBER)
        .setParameter("workspace", workspaceId)
        .setParameter("source", sourceId)
        .setParameter("seen", rows(seen))
        .executeUpdate();
  }

  /// One row for each text at each place: a statement may touch a row only once.
  private String rows(List<Sighting> seen) {
    Map<String, Row> latest = new LinkedHashMap<>();
    for (Sighting each : seen) {
      Row row = new Row(Ids.next(), each.slot(), each.textKey(), each.lastVisit());
      latest.merge(
          each.slot() + " " + each.textKey(), row, (a, b) -> a.visit() >= b.visit() ? a : b);
    }
    return write(latest.values());
  }

  private String write(Collection<Row> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values always have a JSON form", impossible);
    }
  }

  /// One remembered text, as the statement takes it.
  record Row(UUID id, String slot, String key, long visit) {}
}
