package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.content.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells places from other words, by the countries of the world, the cities of the time zones and a
/// list of further cities and regions (resource `places.txt`).
final class Places {

  private static final int MOST_WORDS = 8;
  private static final String RESOURCE = "/io/competitoriq/process/fact/jobs/places.txt";
  private static final Pattern BREAK =
      Pattern.compile(
          "\\s*(?:[,;/|()•·+&]|\\s[-–—]\\s|\\bor\\b|\\band\\b|\\boder\\b|\\bund\\b)\\s*");
  private static final Pattern STATE =
      Pattern.compile(
          "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|BC|QC|AB");
  private static final Set<String> KNOWN = known();

  private Places() {}

  /// Whether a short text is a place: it is made of places, or of one and words that may well be
  /// some, too.
  static boolean isPlace(String text) {
    String bare = Workplace.without(Texts.collapse(text)).strip();
    if (bare.isEmpty() || Texts.words(bare) > MOST_WORDS || !bare.matches(".*\\p{L}.*")) {
      return false;
    }
    List<String> parts =
        Arrays.stream(BREAK.split(bare))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    long placed = parts.stream().filter(Places::isKnown).count();
    boolean proper =
        parts.stream()
            .allMatch(part -> Texts.words(part) <= 4 && !Character.isLowerCase(part.charAt(0)));
    return !parts.isEmpty() && (placed == parts.size() || placed > 0 && proper);
  }

  private static boolean isKnown(String part) {
    String folded = part.toLowerCase(Locale.ROOT).replaceAll("^(the|greater|metro|all) ", "");
    return KNOWN.contains(folded)
        || KNOWN.contains(folded.replaceAll("( area| city| metro| office| region|, hq| hq)$", ""))
        || STATE.matcher(part).matches();
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"))) {
      for (String country : Locale.getISOCountries()) {
        known.add(Locale.of("", country).getDisplayCountry(language).toLowerCase(Locale.ROOT));
      }
    }
    ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.matches("(Europe|America|Asia|Africa|Australia|Pacific)/.+"))
        .map(zone -> zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' '))
        .forEach(city -> known.add(city.toLowerCase(Locale.ROOT)));
    try (InputStream list = Places.class.getResourceAsStream(RESOURCE)) {
      if (list == null) {
        throw new IllegalStateException("missing " + RESOURCE);
      }
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(",")))
          .map(String::strip)
          .forEach(known::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    known.remove("");
    return known;
  }
}
