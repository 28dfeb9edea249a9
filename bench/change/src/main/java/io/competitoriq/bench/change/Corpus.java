package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Edit.Made;
import io.competitoriq.bench.change.Noise.Scene;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Makes visits of real pages with known noise and known edits. The same seed makes the same ones.
final class Corpus {

  private static final int NOISES_PER_PAGE = 8;
  private static final int EDITS_PER_PAGE = 8;
  private static final Noise NONE = (page, scene, place, visit) -> false;

  private final List<RealPage> pages;
  private final Prose prose;
  private final Map<String, Noise> noises = new LinkedHashMap<>();
  private final Map<String, Edit> edits = new LinkedHashMap<>(TextEdits.all());
  private final int visits;
  private final long seed;

  /// @param visits how many are made before the one that may show an edit, at least 1; a headline
  ///   under test is among the noise from 3
  Corpus(Path folder, int most, int visits, long seed) throws IOException {
    List<RealPage> all = RealPage.read(folder, seed);
    this.prose = new Prose(all);
    this.pages = all.subList(0, Math.min(most, all.size()));
    this.visits = visits;
    this.seed = seed;
    noises.putAll(HiddenNoise.all());
    noises.putAll(ShownNoise.all());
    if (visits >= 3) {
      noises.put("headline (A/B)", ShownNoise.headlineVariant());
    }
    edits.putAll(OfferEdits.all());
  }

  /// Hands out one case after the other; none is kept.
  void forEach(Consumer<Case> consumer, PrintStream progress) {
    List<String> noiseNames = List.copyOf(noises.keySet());
    List<String> editNames = List.copyOf(edits.keySet());
    int turn = 0;
    for (RealPage page : pages) {
      Scene scene = new Scene(new MainContent(page.mainText()), prose);
      Document clean = Jsoup.parse(page.html(), page.url().toString());
      for (int i = 0; i < NOISES_PER_PAGE; i++) {
        String name = noiseNames.get((turn * NOISES_PER_PAGE + i) % noiseNames.size());
        noisy(page, clean, scene, name, List.of(noises.getOrDefault(name, NONE)))
            .ifPresent(consumer);
      }
      noisy(page, clean, scene, "all at once", List.copyOf(noises.values())).ifPresent(consumer);
      for (int i = 0; i < EDITS_PER_PAGE; i++) {
        String name = editNames.get((turn * EDITS_PER_PAGE + i) % editNames.size());
        edited(page, clean, scene, name, List.of()).ifPresent(consumer);
        edited(page, clean, scene, name, someNoise(turn + i)).ifPresent(consumer);
      }
      turn++;
      progress.println(turn + " of " + pages.size() + " pages");
    }
  }

  private List<Noise> someNoise(int turn) {
    List<Noise> all = List.copyOf(noises.values());
    List<Noise> some = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      some.add(all.get((turn * 5 + i * 4) % all.size()));
    }
    return some;
  }

  private Optional<Case> noisy(
      RealPage page, Document clean, Scene scene, String name, List<Noise> kinds) {
    return made(page, clean, scene, new Plan("noise: " + name, kinds, null));
  }

  private Optional<Case> edited(
      RealPage page, Document clean, Scene scene, String name, List<Noise> kinds) {
    String label = "edit: " + name + (kinds.isEmpty() ? "" : " + noise");
    return made(page, clean, scene, new Plan(label, kinds, edits.get(name)));
  }

  private Optional<Case> made(RealPage page, Document clean, Scene scene, Plan plan) {
    long own = seed * 31 + (page.id() + plan.name()).hashCode();
    List<String> shown = new ArrayList<>();
    Made made = null;
    for (int visit = 0; visit < visits + 2; visit++) {
      Document document = clean.clone();
      document.outputSettings().prettyPrint(false);
      if (plan.usesOffers(edits)) {
        OfferEdits.prepare(document);
      }
      Edit edit = visit < visits ? null : plan.edit();
      if (edit != null) {
        Optional<Made> done = edit.make(document, scene, new Random(own));
        if (done.isEmpty()) {
          return Optional.empty();
        }
        made = done.get();
      }
      Random place = new Random(own + 1);
      for (Noise noise : plan.noises()) {
        noise.add(document, scene, new Random(place.nextLong()), new Random(own * 97 + visit));
      }
      shown.add(document.outerHtml());
    }
    return Optional.of(new Case(page, plan.name(), made, shown));
  }

  private record Plan(String name, List<Noise> noises, @Nullable Edit edit) {
    boolean usesOffers(Map<String, Edit> edits) {
      return edit != null
          && OfferEdits.all().keySet().stream().anyMatch(kind -> edits.get(kind) == edit);
    }
  }

  /// @param made null when nothing true changed
  /// @param visits what each visit shows; the last but one shows the edit first, the last again
  record Case(RealPage page, String name, @Nullable Made made, List<String> visits) {
    List<String> earlier() {
      return visits.subList(0, visits.size() - 2);
    }

    String before() {
      return visits.get(visits.size() - 3);
    }

    String after() {
      return visits.get(visits.size() - 2);
    }
  }
}
