package io.competitoriq.analysis.alert;

/// Which signals a rule speaks about, as a condition of SQL over `s` (a signal) and `c` (a
/// condition read from JSON): rules and signals are compared as sets, by the same words live and in
/// a back-test.
final class Matching {

  /// Names the parts of `r.condition` as `c`.
  static final String CONDITION =
      """
      jsonb_to_record(r.condition) as c (
        "competitorIds" uuid[], tags text[], categories text[], "factKind" text, field text,
        operator text, value float8, currency text, "leastSignificance" int, keywords text[])
      """;

  static final String MATCHES =
      """
      s.significance >= c."leastSignificance"
      and (cardinality(c.categories) = 0 or s.category = any(c.categories))
      and (cardinality(c."competitorIds") + cardinality(c.tags) = 0
        or s.competitor_id = any(c."competitorIds")
        or exists (
          select from competitor_card k where k.competitor_id = s.competitor_id and k.tags && c.tags))
      and (cardinality(c.keywords) = 0
        or exists (select from unnest(c.keywords) w where s.words @@ phraseto_tsquery('simple', w)))
      and ((c.operator = 'ANY' and c."factKind" is null and c.field is null)
        or exists (
          select from signal_move m
          where m.signal_id = s.id
            and (c."factKind" is null or m.fact_kind = c."factKind")
            and (c.field is null or m.field = c.field)
            and case c.operator
                  when 'ANY' then true
                  when 'ADDED' then m.change = 'ADDED'
                  when 'REMOVED' then m.change = 'REMOVED'
                  when 'CHANGED' then m.change = 'MODIFIED'
                  when 'RISES_BY' then m.percent >= c.value
                  when 'FALLS_BY' then m.percent <= -c.value
                  when 'MOVES_BY' then abs(m.percent) >= c.value
                  when 'ABOVE' then m.after_minor > c.value and m.currency = c.currency
                  when 'BELOW' then m.after_minor < c.value and m.currency = c.currency
                end))
      """;

  private Matching() {}
}
