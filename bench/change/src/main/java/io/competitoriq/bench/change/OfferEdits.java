package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Edit.Made;
import io.competitoriq.messages.ChangeKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Edits of plans, features, events and job openings, which are put into the real page first, in
/// the same words at every visit.
final class OfferEdits {

  private static final String SECTION =
      """
      <section class="offers"><h2>Plans</h2>
      <div class="plan"><h3>Starter</h3><p class="price">$19 per month</p><ul><li>3 seats</li><li>Email support</li></ul></div>
      <div class="plan"><h3>Growth</h3><p class="price">$49 per month</p><ul><li>10 seats</li><li>Chat support</li></ul></div>
      <div class="plan"><h3>Scale</h3><p class="price">$129 per month</p><ul><li>50 seats</li><li>Audit log</li></ul></div>
      <table><tr><th>Feature</th><th>Starter</th><th>Growth</th></tr><tr><td>Storage</td><td>5 GB</td><td>50 GB</td></tr>
      <tr><td>Exports</td><td>Weekly</td><td>Daily</td></tr></table>
      <p class="event">Our user conference takes place on 12 March 2027 in Lisbon, with workshops on the day before.</p>
      <h3>Open positions</h3><ul class="jobs"><li>Backend Engineer, Graz</li><li>Product Designer, remote</li></ul></section>
      """;

  private OfferEdits() {}

  /// The same at every visit.
  static void prepare(Document page) {
    Element main = page.selectFirst("main,article,#content,#main");
    (main == null ? page.body() : main).append(SECTION);
  }

  static Map<String, Edit> all() {
    Map<String, Edit> kinds = new LinkedHashMap<>();
    kinds.put("plan price", of(page -> price(page, 1, "$59 per month", "49", "59")));
    kinds.put("plan price $19 -> $91", of(page -> price(page, 0, "$91 per month", "19", "91")));
    kinds.put("plan prices swapped", of(OfferEdits::swapped));
    kinds.put("plan removed", of(OfferEdits::planRemoved));
    kinds.put("plan added", of(OfferEdits::planAdded));
    kinds.put("feature row added", of(OfferEdits::rowAdded));
    kinds.put("limit of a plan", of(OfferEdits::limit));
    kinds.put("date of an event", of(OfferEdits::event));
    kinds.put("job added", of(OfferEdits::jobAdded));
    kinds.put("job removed", of(OfferEdits::jobRemoved));
    return kinds;
  }

  private static Edit of(Function<Document, Made> edit) {
    return (page, scene, random) -> Optional.of(edit.apply(page));
  }

  private static Element plan(Document page, int index) {
    return page.select(".offers > .plan").get(index);
  }

  private static Made modified(String before, String after) {
    return new Made(ChangeKind.MODIFIED, before, after);
  }

  private static Made price(Document page, int plan, String words, String before, String after) {
    plan(page, plan).child(1).text(words);
    return modified(before, after);
  }

  private static Made swapped(Document page) {
    plan(page, 0).child(1).text("$49 per month");
    plan(page, 1).child(1).text("$19 per month");
    return modified("19", "49");
  }

  private static Made planRemoved(Document page) {
    plan(page, 2).remove();
    return new Made(ChangeKind.REMOVED, "Scale", null);
  }

  private static Made planAdded(Document page) {
    plan(page, 2)
        .after(
            "<div class=plan><h3>Enterprise</h3><p class=price>$499 per month</p><ul><li>Single sign-on</li></ul></div>");
    return new Made(ChangeKind.ADDED, null, "Enterprise");
  }

  private static Made rowAdded(Document page) {
    page.expectFirst(".offers table tr:last-child")
        .after("<tr><td>Webhooks</td><td>-</td><td>Yes</td></tr>");
    return new Made(ChangeKind.ADDED, null, "Webhooks");
  }

  private static Made limit(Document page) {
    plan(page, 1).select("li").getFirst().text("5 seats");
    return modified("10 seats", "5 seats");
  }

  private static Made event(Document page) {
    Element event = page.expectFirst(".offers .event");
    event.text(event.text().replace("12 March", "19 March"));
    return modified("12 March 2027", "19 March 2027");
  }

  private static Made jobAdded(Document page) {
    page.expectFirst(".offers .jobs").append("<li>Sales Manager, Vienna</li>");
    return new Made(ChangeKind.ADDED, null, "Sales Manager, Vienna");
  }

  private static Made jobRemoved(Document page) {
    page.select(".offers .jobs li").getFirst().remove();
    return new Made(ChangeKind.REMOVED, "Backend Engineer, Graz", null);
  }
}
