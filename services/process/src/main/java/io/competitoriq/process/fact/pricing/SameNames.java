package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Offers of one name that differ in nothing but their amount, each under a heading of its own
/// ("Short hair" below "Women" and below "Men"): the heading tells them apart, lest one be lost.
final class SameNames {

  private SameNames() {}

  static List<PlanPrice> apart(List<PlanPrice> offers, Content content) {
    Map<String, String> headings = new HashMap<>();
    for (SourcedBlock sourced : content.sourced()) {
      List<String> path = sourced.block().path();
      headings.put(sourced.block().id(), path.isEmpty() ? "" : PlanNames.clean(path.getLast()));
    }
    List<PlanPrice> apart = new ArrayList<>();
    for (PlanPrice offer : offers) {
      String heading = heading(offer, headings);
      boolean other =
          offer.namesAmount()
              && offer.step() == null
              && PlanNames.isPlausibleHead(heading)
              && apart.stream()
                  .filter(before -> isAlike(before, offer))
                  .anyMatch(before -> !heading(before, headings).equals(heading));
      apart.add(other ? offer.in(heading) : offer);
    }
    return apart;
  }

  private static String heading(PlanPrice offer, Map<String, String> headings) {
    return offer.quote() == null ? "" : headings.getOrDefault(offer.quote().blockId(), "");
  }

  private static boolean isAlike(PlanPrice one, PlanPrice other) {
    @Nullable Long minor = one.price().amountMinor();
    return minor != null
        && one.step() == null
        && one.plan().equalsIgnoreCase(other.plan())
        && !minor.equals(other.price().amountMinor())
        && Objects.equals(one.price().currency(), other.price().currency())
        && one.price().period() == other.price().period()
        && one.price().billing() == other.price().billing()
        && Objects.equals(one.price().unit(), other.price().unit())
        && one.price().role() == other.price().role();
  }
}
