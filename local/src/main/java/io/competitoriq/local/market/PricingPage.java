package io.competitoriq.local.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plans: one site says them to machines as well, one in a table, one on cards.
final class PricingPage {

  private PricingPage() {}

  static String render(View view) {
    Company company = view.company();
    String plans =
        switch (company.style().pricing()) {
          case JSON_LD -> sections(view);
          case TABLE -> table(view);
          case CARDS -> cards(view);
        };
    String head =
        switch (company.style().pricing()) {
          case JSON_LD -> structuredData(view);
          case TABLE, CARDS -> "";
        };
    String content =
        """
        <h1>Pricing</h1>
        <p>%s</p>
        %s
        <h2>Questions about billing</h2>
        <h3>How do you count agents?</h3>
        <p>Everybody who answers customers is an agent. Readers and administrators are free.</p>
        <h3>Can we change the plan later?</h3>
        <p>At any time. The difference is settled on the next invoice.</p>"""
            .formatted(Html.escape(company.trial()), plans);
    return Layout.page(view, "Pricing", head, content);
  }

  private static String sections(View view) {
    return Html.each(
        view.company().plans(),
        plan ->
            """
            <section class="%1$s" id="plan-%2$s">
            <h2>%3$s</h2>
            <p>%4$s</p>
            %5$s
            <ul>
            %6$s
            </ul>
            </section>"""
                .formatted(
                    view.css("plan"),
                    plan.id(),
                    Html.escape(plan.name()),
                    Html.escape(plan.pitch()),
                    spokenPrice(view, plan),
                    perks(plan)));
  }

  private static String spokenPrice(View view, Company.Plan plan) {
    if (plan.monthly() == null || plan.yearly() == null) {
      return "<p class=\"%s\">Contact sales</p>".formatted(view.css("price"));
    }
    return """
        <p class="%1$s"><strong>%2$s</strong> per agent per month, billed monthly</p>
        <p class="%1$s">%3$s per agent per month, billed yearly</p>"""
        .formatted(view.css("price"), view.money(plan.monthly()), view.money(plan.yearly()));
  }

  private static String perks(Company.Plan plan) {
    return Html.each(plan.perks(), perk -> "<li>" + Html.escape(perk) + "</li>");
  }

  private static String table(View view) {
    List<Company.Plan> plans = view.company().plans();
    return """
        <table class="%s">
        <thead><tr><th scope="col">Plan</th>%s</tr></thead>
        <tbody>
        <tr><th scope="row">Best for</th>%s</tr>
        <tr><th scope="row">Monthly, per agent</th>%s</tr>
        <tr><th scope="row">Yearly, per agent and month</th>%s</tr>
        %s
        </tbody>
        </table>"""
        .formatted(
            view.css("prices"),
            Html.each(plans, p -> "<th scope=\"col\">" + Html.escape(p.name()) + "</th>"),
            Html.each(plans, p -> "<td>" + Html.escape(p.pitch()) + "</td>"),
            Html.each(plans, p -> "<td>" + orAsk(view, p.monthly()) + "</td>"),
            Html.each(plans, p -> "<td>" + orAsk(view, p.yearly()) + "</td>"),
            perkRows(plans));
  }

  private static String orAsk(View view, @Nullable Integer units) {
    return units == null ? "Contact sales" : view.money(units);
  }

  private static String perkRows(List<Company.Plan> plans) {
    Set<String> all = new LinkedHashSet<>();
    plans.forEach(plan -> all.addAll(plan.perks()));
    return Html.each(
        all,
        perk ->
            "<tr><th scope=\"row\">%s</th>%s</tr>"
                .formatted(
                    Html.escape(perk),
                    Html.each(
                        plans, p -> "<td>" + (p.perks().contains(perk) ? "✓" : "–") + "</td>")));
  }

  private static String cards(View view) {
    return Html.each(
        view.company().plans(),
        plan ->
            """
            <div class="%1$s css-%7$s">
            <div class="%2$s"><h3>%3$s</h3></div>
            <div>%4$s</div>
            %5$s
            <ul>
            %6$s
            </ul>
            <a href="/signup?plan=%8$s&amp;s=%9$s">Choose %3$s</a>
            </div>"""
                .formatted(
                    view.css("card"),
                    view.css("card-name"),
                    Html.escape(plan.name()),
                    Html.escape(plan.pitch()),
                    cardPrice(view, plan),
                    perks(plan),
                    view.noise().id(3),
                    plan.id(),
                    view.noise().id(6)));
  }

  private static String cardPrice(View view, Company.Plan plan) {
    if (plan.monthly() == null || plan.yearly() == null) {
      return "<div class=\"%s\"><span>Custom</span> Talk to us</div>".formatted(view.css("amount"));
    }
    return """
        <div class="%1$s"><span>%2$s</span> / agent / month</div>
        <div class="%1$s-yearly">or %3$s / agent / month, paid yearly</div>"""
        .formatted(view.css("amount"), view.money(plan.monthly()), view.money(plan.yearly()));
  }

  private static String structuredData(View view) {
    Company company = view.company();
    ObjectNode product = Script.JSON.createObjectNode();
    product.put("@context", "https://schema.org").put("@type", "Product");
    product.put("name", company.name()).put("description", company.description());
    ArrayNode offers = product.putArray("offers");
    for (Company.Plan plan : company.plans()) {
      if (plan.monthly() != null && plan.yearly() != null) {
        offer(offers.addObject(), company, plan.name(), plan.monthly(), "month", "P1M");
        offer(offers.addObject(), company, plan.name(), plan.yearly() * 12, "year", "P1Y");
      }
    }
    try {
      return "<script type=\"application/ld+json\">%s</script>"
          .formatted(Script.JSON.writeValueAsString(product).replace("</", "<\\/"));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void offer(
      ObjectNode offer, Company company, String plan, int price, String unit, String duration) {
    offer.put("@type", "Offer").put("name", plan).put("price", price + ".00");
    offer.put("priceCurrency", company.currency());
    offer
        .putObject("priceSpecification")
        .put("@type", "UnitPriceSpecification")
        .put("price", price + ".00")
        .put("priceCurrency", company.currency())
        .put("unitText", unit)
        .put("billingDuration", duration);
  }
}
