package io.competitoriq.process.fact.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.messages.FactKind;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.OfferTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares the facts read from layouts with those expected, field by field. A price that is
/// missing loses all its fields; one that is not there counts against the reader.
final class LayoutScore {

  private static final List<String> IDENTITY = List.of("amount", "currency", "period", "step");

  final Map<String, int[]> fields = new TreeMap<>();
  final List<String> faults = new ArrayList<>();

  void add(String layout, JsonNode expected, List<FactDraft> facts) {
    List<FactDraft> left =
        new ArrayList<>(facts.stream().filter(fact -> fact.kind() == FactKind.PRICE).toList());
    for (JsonNode price : expected.path("prices")) {
      price(layout, price, left);
    }
    left.forEach(fact -> count(layout, "spurious", false, fact.key() + " " + fact.value()));
    expected
        .path("trials")
        .properties()
        .forEach(
            each ->
                count(
                    layout,
                    "trial",
                    terms(each.getKey(), facts)
                        .map(OfferTerms::trialDays)
                        .filter(days -> days == each.getValue().asInt())
                        .isPresent(),
                    each.toString()));
    expected
        .path("limits")
        .properties()
        .forEach(
            plan ->
                plan.getValue()
                    .properties()
                    .forEach(limit -> limit(layout, plan.getKey(), limit, facts)));
  }

  double share() {
    return 1.0 * total(0) / total(1);
  }

  int total(int index) {
    return fields.values().stream().mapToInt(counts -> counts[index]).sum();
  }

  private void price(String layout, JsonNode expected, List<FactDraft> left) {
    FactDraft best = null;
    int most = 0;
    for (FactDraft fact : left) {
      boolean same = fact.subject().equalsIgnoreCase(expected.path("plan").asText());
      int alike = same ? alike(expected, fact) : 0;
      if (alike > most) {
        most = alike;
        best = fact;
      }
    }
    @Nullable FactDraft found = best;
    boolean there =
        found != null
            && expected.path("amount").asText("").equals(text(found.value().amountMinor()));
    count(layout, "plan", there, expected.toString());
    if (there) {
      left.remove(found);
    }
    Map<String, String> wanted = wanted(expected);
    Map<String, String> read = found != null && there ? found(found) : Map.of();
    wanted.forEach(
        (field, value) -> {
          String other = read.getOrDefault(field, "");
          if (!value.isEmpty() || !other.isEmpty()) {
            count(layout, field, value.equalsIgnoreCase(other), expected + " found " + other);
          }
        });
  }

  private static int alike(JsonNode expected, FactDraft fact) {
    Map<String, String> read = found(fact);
    return wanted(expected).entrySet().stream()
        .filter(each -> each.getValue().equalsIgnoreCase(read.get(each.getKey())))
        .mapToInt(each -> IDENTITY.contains(each.getKey()) ? 20 : 1)
        .sum();
  }

  private void limit(
      String layout, String plan, Map.Entry<String, JsonNode> limit, List<FactDraft> facts) {
    boolean told =
        terms(plan, facts).stream()
            .flatMap(terms -> terms.limits().stream())
            .anyMatch(
                each ->
                    each.metric().equals(limit.getKey())
                        && limit
                            .getValue()
                            .asText()
                            .equals(each.value() == null ? "unlimited" : each.value().toString()));
    count(layout, "limit", told, plan + " " + limit);
  }

  private static Optional<OfferTerms> terms(String plan, List<FactDraft> facts) {
    return facts.stream()
        .filter(fact -> fact.kind() == FactKind.PLAN && fact.subject().equalsIgnoreCase(plan))
        .map(FactDraft::terms)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private void count(String layout, String field, boolean right, String what) {
    int[] counts = fields.computeIfAbsent(field, _ -> new int[2]);
    counts[1]++;
    if (right) {
      counts[0]++;
    } else {
      faults.add(layout + ": " + field + " " + what);
    }
  }

  private static Map<String, String> wanted(JsonNode price) {
    Map<String, String> fields = new TreeMap<>();
    for (String field :
        List.of(
            "amount",
            "currency",
            "period",
            "billing",
            "basis",
            "unit",
            "from",
            "upTo",
            "list",
            "step",
            "addOn",
            "contactSales",
            "extra",
            "intro")) {
      fields.put(field, price.path(field).asText(""));
    }
    return fields;
  }

  private static Map<String, String> found(FactDraft fact) {
    OfferTerms terms = Objects.requireNonNull(fact.terms());
    Map<String, String> fields = new TreeMap<>();
    fields.put("amount", text(fact.value().amountMinor()));
    fields.put("currency", text(fact.value().currency()));
    fields.put("period", text(fact.value().period()));
    fields.put("billing", text(terms.billing()));
    fields.put("basis", text(terms.basis()));
    fields.put("unit", text(terms.unit()));
    fields.put("from", text(terms.from()));
    fields.put("upTo", text(terms.upToMinor()));
    fields.put("list", text(terms.listMinor()));
    fields.put("step", text(terms.step()));
    fields.put("addOn", text(terms.addOn()));
    fields.put("contactSales", text(terms.contactSales()));
    fields.put("extra", text(fact.field().startsWith("amount-extra")));
    fields.put("intro", text(fact.field().startsWith("amount-introductory")));
    return fields;
  }

  private static String text(@Nullable Object value) {
    return value == null || value.equals(false) ? "" : value.toString();
  }
}
