package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.OfferLimit;
import io.competitoriq.process.fact.OfferTerms;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the limits a comparison table gives for the plans named in its head.
final class TableLimits {

  private static final int MOST = 60;

  private TableLimits() {}

  /// By plan, in lower case; only of plans the page asks something for.
  static Map<String, OfferTerms> read(
      Content content, Surroundings surroundings, List<PlanPrice> offers) {
    Set<String> plans =
        offers.stream()
            .map(each -> each.plan().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, OfferTerms> terms = new LinkedHashMap<>();
    for (List<Row> rows : PricingTables.rows(content, surroundings).values()) {
      Row header = rows.getFirst();
      for (int column = 1; column < header.cells().size(); column++) {
        String head = PlanNames.clean(header.cell(column)).toLowerCase(Locale.ROOT);
        int at = column;
        plans.stream()
            .filter(
                plan ->
                    head.equals(plan) || head.startsWith(plan + " ") || head.startsWith(plan + "$"))
            .findFirst()
            .ifPresent(
                plan -> {
                  List<OfferLimit> limits = limits(rows, at);
                  if (!limits.isEmpty()) {
                    terms.putIfAbsent(plan, OfferTerms.ofPlan(null, limits));
                  }
                });
      }
    }
    return terms;
  }

  private static List<OfferLimit> limits(List<Row> rows, int column) {
    List<OfferLimit> limits = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      if (limits.size() < MOST) {
        PlanTerms.cell(row.cell(0), row.cell(column)).ifPresent(limits::add);
      }
    }
    return limits;
  }
}
