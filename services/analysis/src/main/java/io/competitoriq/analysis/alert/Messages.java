package io.competitoriq.analysis.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.channel.ChannelConfig;
import io.competitoriq.analysis.channel.Message;
import io.competitoriq.analysis.channel.Message.Item;
import io.competitoriq.analysis.channel.Message.RuleRef;
import io.competitoriq.analysis.channel.Message.Why;
import io.competitoriq.analysis.signal.Brief;
import io.competitoriq.messages.Category;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Writes what people are told: old and new value, why it matters in the rules' words, and where to
/// look.
@ApplicationScoped
class Messages {

  private static final int MOVES = 4;
  private static final int WORDS = 120;

  private static final String FIND =
      """
      select s.id, s.story_id, s.competitor_id, k.name, s.category, s.severity, s.significance,
             s.headline, s.summary, s.url, st.sources, s.detected_at,
             array(select coalesce(nullif(f.fact->>'subject', ''), '') || ': '
                     || coalesce(left(f.fact#>>'{before,text}', %1$d), '(none)') || ' → '
                     || coalesce(left(f.fact#>>'{after,text}', %1$d), '(none)')
                   from jsonb_array_elements(s.content->'facts') with ordinality as f (fact, n)
                   order by f.n limit %2$d),
             s.source_kind, s.page_title, s.content::text, a.state, a.result->>'whyItMatters',
             array(select jsonb_array_elements_text(coalesce(a.result->'audience', '[]')))
      from unnest($1::uuid[]) with ordinality as wanted (id, n)
      join signal s on s.id = wanted.id
      join story st on st.id = s.story_id
      left join competitor_card k on k.competitor_id = s.competitor_id
      left join assessment a on a.signal_id = s.id
      order by wanted.n
      """
          .formatted(WORDS, MOVES);

  private final ObjectMapper json;
  private final String base;

  Messages(ObjectMapper json, ChannelConfig config) {
    this.json = json;
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  /// About one story.
  Uni<Message> alert(Mutiny.Session tx, RuleRef rule, UUID signalId, Instant at) {
    return items(tx, List.of(signalId))
        .map(
            items ->
                new Message(
                    Message.Kind.ALERT,
                    items.getFirst().competitor() + ": " + items.getFirst().headline(),
                    rule,
                    items,
                    0,
                    at));
  }

  /// About what a rule has collected, newest first; what is too much is counted.
  Uni<Message> digest(Mutiny.Session tx, RuleRef rule, List<UUID> signalIds, Instant at) {
    int most = Math.min(signalIds.size(), Message.MOST_ITEMS);
    String title =
        "%s: %d %s"
            .formatted(rule.name(), signalIds.size(), signalIds.size() == 1 ? "story" : "stories");
    return items(tx, signalIds.subList(0, most))
        .map(
            items ->
                new Message(
                    Message.Kind.DIGEST, title, rule, items, signalIds.size() - items.size(), at));
  }

  private Uni<List<Item>> items(Mutiny.Session tx, List<UUID> signalIds) {
    return SessionSql.of(tx)
        .select(FIND, (Object) signalIds.toArray(UUID[]::new))
        .map(rows -> rows.stream().map(this::item).toList());
  }

  private Item item(Object[] row) {
    String url = (String) row[9];
    return new Item(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        name((String) row[3], url),
        (String) row[4],
        (String) row[5],
        (Integer) row[6],
        (String) row[7],
        (String) row[8],
        Arrays.asList((String[]) row[12]),
        url,
        base + "/signals/" + row[0],
        (Integer) row[10],
        ((OffsetDateTime) row[11]).toInstant(),
        why(row));
  }

  /// What the model says where it has said something that stands, else what the rules say.
  private Why why(Object[] row) {
    String state = row[16] == null ? "SKIPPED" : (String) row[16];
    if (row[17] != null) {
      return new Why(true, state, (String) row[17], Arrays.asList((String[]) row[18]));
    }
    Brief brief =
        Brief.read(
            json,
            Category.valueOf((String) row[4]),
            SourceKind.valueOf((String) row[13]),
            (String) row[14],
            (String) row[15]);
    return new Why(
        false,
        state,
        String.join(" ", brief.whyItMayMatter()),
        brief.audience().stream().map(Enum::name).toList());
  }

  /// A competitor whose name is not known yet is called by its site.
  private static String name(@Nullable String known, String url) {
    return known != null
        ? known
        : Objects.requireNonNullElse(URI.create(url).getHost(), url)
            .replaceFirst("^www\\.", "")
            .toLowerCase(Locale.ROOT);
  }
}
