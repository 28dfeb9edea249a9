package io.competitoriq.process.fact.features;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads what each plan includes: from comparisons, then from the lists in the plans' cards. The
/// plan is the fact's subject, the feature its field, and its value `yes`, `no` or how much.
public final class FeaturesReader {

  private static final int MOST = 800;
  private static final int MOST_TABLES = 60;
  private static final double COMPARED = 0.9;
  private static final double LISTED = 0.8;

  private FeaturesReader() {}

  /// @param facts of the page so far; the plans among them name the cards
  /// @param plansPage whether the page is about plans
  public static List<FactDraft> read(
      Document page, Content content, List<FactDraft> facts, boolean plansPage) {
    Set<String> known =
        facts.stream()
            .filter(fact -> fact.kind() == FactKind.PLAN)
            .map(fact -> fact.subject().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, FactDraft> features = new LinkedHashMap<>();
    Matrix.read(grids(page), content, known, plansPage)
        .forEach(each -> add(features, each, COMPARED));
    PlanLists.read(content, facts, plansPage).forEach(each -> add(features, each, LISTED));
    return features.values().stream().limit(MOST).toList();
  }

  private static List<Grid> grids(Document page) {
    List<Grid> grids = new ArrayList<>();
    for (Element table : page.body().select("table").stream().limit(MOST_TABLES).toList()) {
      grids.add(Grid.ofTable(table));
    }
    for (Element table :
        page.body().select("[role=table], [role=grid]").stream().limit(MOST_TABLES).toList()) {
      grids.add(Grid.ofRoles(table));
    }
    grids.addAll(Grid.ofDivs(page.body()));
    return grids;
  }

  private static void add(Map<String, FactDraft> features, Included each, double confidence) {
    if (each.quote() == null) {
      return;
    }
    String field = each.feature();
    String key = FactDraft.key(FactKind.FEATURE, each.plan(), field.toLowerCase(Locale.ROOT), null);
    features.putIfAbsent(
        key,
        new FactDraft(
            FactKind.FEATURE,
            key,
            each.plan(),
            field,
            FactValue.ofText(each.value()),
            Method.RULE,
            confidence,
            null,
            null,
            each.quote(),
            each.group().isEmpty()
                ? List.of()
                : List.of(Detail.of(DetailKind.GROUP, each.group(), null))));
  }
}
