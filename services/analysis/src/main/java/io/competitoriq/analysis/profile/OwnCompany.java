package io.competitoriq.analysis.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.analysis.profile.CompanyProfile.OwnPlan;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;

/// What a model is told of our own company: one JSON document that cannot leave its marks. Typed by
/// our admins, and still data.
///
/// @param text empty when nothing is known
public record OwnCompany(String text) {

  public static final OwnCompany UNKNOWN = new OwnCompany("");

  private static final String OPEN = "<own-company>\n";
  private static final String CLOSE = "\n</own-company>";

  /// The version stands in the text, so that what was answered under another one is not served.
  static OwnCompany of(CompanyProfileView view, UUID competitorId, ObjectMapper json) {
    CompanyProfile profile = view.profile();
    if (profile.isEmpty()) {
      return UNKNOWN;
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("profile_version", view.version());
    node.put("name", profile.name()).put("sells", profile.sells());
    node.set("segments", json.valueToTree(profile.segments()));
    node.put("positioning", profile.positioning());
    ArrayNode plans = node.putArray("plans");
    profile.plans().forEach(plan -> plans.add(node(plan)));
    profile.relations().stream()
        .filter(relation -> relation.competitorId().equals(competitorId))
        .forEach(
            relation ->
                node.putObject("this_competitor")
                    .put("standing", relation.standing().name())
                    .put("note", relation.note()));
    node.set("teams", json.valueToTree(profile.teams()));
    String escaped = node.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    return new OwnCompany(OPEN + escaped + CLOSE);
  }

  private static ObjectNode node(OwnPlan plan) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", plan.name());
    Long minor = plan.amountMinor();
    String currency = plan.currency();
    if (minor == null || currency == null) {
      node.put("price", "on request");
    } else {
      String amount =
          BigDecimal.valueOf(minor, digits(currency)).stripTrailingZeros().toPlainString();
      node.put("price", amount + " " + currency);
    }
    if (plan.period() != null) {
      node.put("period", plan.period().name());
    }
    return node.put("includes", plan.includes());
  }

  private static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknown) {
      return 2;
    }
  }
}
