package io.competitoriq.analysis.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Questions that are worth asking next, by rules; each is one this product can understand.
final class FollowUps {

  private static final int MOST = 3;

  private final Reading reading;

  FollowUps(Reading reading) {
    this.reading = reading;
  }

  List<String> all() {
    String who = reading.competitors().size() == 1 ? reading.competitors().getFirst().name() : null;
    List<String> next = new ArrayList<>();
    if (who == null) {
      next.add("What changed in the last 30 days?");
      next.add("Which plans are offered and at what price?");
      next.add("Who is hiring?");
    } else {
      if (!reading.aboutChanges()) {
        next.add("What changed at " + who + " in the last 90 days?");
      }
      if (!reading.isAbout(Topic.PRICE)) {
        next.add("What does " + who + " charge for its plans?");
      }
      if (!reading.isAbout(Topic.HIRING)) {
        next.add("Which positions are open at " + who + "?");
      }
      if (!reading.isAbout(Topic.NEWS)) {
        next.add("What did " + who + " announce lately?");
      }
    }
    String asked = reading.question().toLowerCase(Locale.ROOT);
    return next.stream()
        .filter(each -> !each.toLowerCase(Locale.ROOT).equals(asked))
        .limit(MOST)
        .toList();
  }
}
