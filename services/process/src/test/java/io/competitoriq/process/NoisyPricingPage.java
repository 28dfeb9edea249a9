package io.competitoriq.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A pricing page as it comes over the wire on different visits: testimonials and adverts rotate,
/// clocks and counters run, ids are fresh, lists are shuffled. What it offers stays the same.
public final class NoisyPricingPage {

  private static final List<String> TESTIMONIALS =
      List.of(
          "“Brightdesk halved our response time within a month.” — Ana Ruiz, Northwind",
          "“The best support tool we have ever bought.” — Tom Berg, Fabrikam",
          "“Our agents finally like their help desk.” — Mei Lin, Contoso",
          "“Saved us $4,000 in the first year alone.” — Joe Park, Adatum",
          "“Set up in an afternoon, no consultant needed.” — Eva Novak, Litware");
  private static final List<String> ADVERTS =
      List.of(
          "Build faster with Cloudly, now $5 off",
          "Hire remote engineers at Talentbee",
          "Backups that restore: Vaultify from $3/mo",
          "Join the SaaS summit in Lisbon");
  private static final List<String> INTEGRATIONS =
      List.of("Slack", "Jira", "Salesforce", "HubSpot", "Zapier", "Shopify");

  private final Random random;
  private final List<String> testimonials;
  private final List<String> adverts;
  private int visit;

  /// @param rotating how many testimonials and adverts take turns, 3 to 5
  public NoisyPricingPage(long seed, int rotating) {
    this.random = new Random(seed);
    this.testimonials = TESTIMONIALS.subList(0, rotating);
    this.adverts = ADVERTS.subList(0, Math.min(rotating, ADVERTS.size()));
  }

  /// @param pro monthly price of the plan Pro in dollars
  public String visit(int pro) {
    visit++;
    StringBuilder html =
        new StringBuilder("<!doctype html><html lang=en><head><title>Pricing - Brightdesk</title>");
    html.append("<meta name=csrf content=")
        .append(hex(32))
        .append("></head><body data-request=")
        .append(hex(16))
        .append('>');
    html.append(
        "<header><nav><a href=/>Home</a> <a href=/pricing>Pricing</a></nav></header><main><h1>Simple pricing</h1>");
    html.append(
        "<p>Plans for support teams of every size, with no setup fee and no minimum term.</p>");
    if (random.nextBoolean()) {
      html.append(advert());
    }
    html.append("<p class=live>")
        .append(5 + random.nextInt(90))
        .append(" people are viewing this page right now</p>");
    html.append("<p>Updated ").append(1 + random.nextInt(58)).append(" minutes ago</p>");
    html.append("<section class=plans>").append(plans(pro)).append("</section>");
    html.append("<section><h2>Works with your tools</h2><ul>");
    shuffled(INTEGRATIONS).forEach(name -> html.append("<li>").append(name).append("</li>"));
    html.append("</ul></section>").append(testimonial()).append(advert());
    html.append("<p>Offer clock: ")
        .append(clock())
        .append("</p><p>Session ID: ")
        .append(hex(24))
        .append("</p>");
    html.append("<p>Page generated in 0.")
        .append(100 + random.nextInt(900))
        .append(" seconds on 2026-11-")
        .append(10 + visit % 20)
        .append("</p>");
    return html.append("</main><footer>© ")
        .append(2020 + visit)
        .append(" Brightdesk, visitor ")
        .append(random.nextInt(100_000))
        .append("</footer></body></html>")
        .toString();
  }

  private String plans(int pro) {
    List<String> cards =
        List.of(
            card("Starter", "$19", List.of("3 agents", "Shared inbox", "Email support")),
            card("Pro", "$" + pro, List.of("10 agents", "Automations", "Reports and dashboards")),
            card(
                "Enterprise",
                "Contact sales",
                List.of("Unlimited agents", "Single sign-on", "Audit log")));
    return String.join("", shuffled(cards));
  }

  private String card(String name, String price, List<String> features) {
    StringBuilder card =
        new StringBuilder(
            "<div class=\"card css-"
                + hex(6)
                + "\"><h3>"
                + name
                + "</h3><div class=price>"
                + price);
    card.append(price.startsWith("$") ? "<span>/mo</span>" : "").append("</div><ul>");
    shuffled(features).forEach(feature -> card.append("<li>").append(feature).append("</li>"));
    return card.append("</ul><a class=button href=/signup?s=")
        .append(hex(8))
        .append(">Start now</a></div>")
        .toString();
  }

  private String testimonial() {
    return "<div class=testimonial><p>"
        + testimonials.get(random.nextInt(testimonials.size()))
        + "</p></div>";
  }

  private String advert() {
    return "<div class=\"ad-slot\"><span>Sponsored</span><p>"
        + adverts.get(random.nextInt(adverts.size()))
        + "</p></div>";
  }

  private String clock() {
    return "%02d:%02d:%02d".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      hex.append("0123456789abcdef".charAt(random.nextInt(16)));
    }
    return hex.toString();
  }

  private <T> List<T> shuffled(List<T> items) {
    List<T> copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }
}
