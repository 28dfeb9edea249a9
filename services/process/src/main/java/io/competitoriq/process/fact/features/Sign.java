package io.competitoriq.process.fact.features;

import io.competitoriq.process.content.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// What an icon says without words: by its label where it has one, else by the name it is drawn
/// with. A name counts only as a whole ("icon-x", never "gap-x-2"), for classes hold much else.
enum Sign {
  YES,
  NO;

  private static final int MOST_ELEMENTS = 40;
  private static final List<String> LABELS = List.of("aria-label", "alt", "title");
  private static final List<String> NAMES =
      List.of("class", "id", "data-icon", "data-lucide", "name");
  private static final List<String> ADDRESSES = List.of("href", "xlink:href", "src", "data-src");

  private static final Pattern NO_LABEL =
      Pattern.compile(
          "(?iuU)\\b(not|no|non|nicht|nein|excluded?|unavailable|cross(ed)?|false|x|close|minus|dash)\\b");
  private static final Pattern YES_LABEL =
      Pattern.compile(
          "(?iuU)\\b(yes|ja|oui|s[ií]|check(ed|mark)?|tick|included?|inclus(e)?|enthalten|inklusive|incluido|available|true)\\b");
  private static final Set<String> YES_NAMES =
      Set.of(
          "check",
          "checked",
          "checkmark",
          "tick",
          "ticked",
          "yes",
          "included",
          "include",
          "true",
          "success",
          "done",
          "available",
          "enabled",
          "ok");
  private static final Set<String> NO_NAMES =
      Set.of(
          "cross",
          "crossed",
          "crossed-out",
          "times",
          "close",
          "xmark",
          "x",
          "minus",
          "dash",
          "no",
          "not-included",
          "notincluded",
          "not-available",
          "unavailable",
          "excluded",
          "exclude",
          "false",
          "disabled",
          "none",
          "negative",
          "unchecked",
          "not-checked",
          "ban");

  /// Parts of names that say how or where the icon is drawn.
  private static final Set<String> NEUTRAL =
      Set.of(
          "icon",
          "icons",
          "ico",
          "i",
          "fa",
          "fas",
          "far",
          "fal",
          "bi",
          "ti",
          "mdi",
          "lucide",
          "feather",
          "svg",
          "img",
          "circle",
          "circled",
          "solid",
          "outline",
          "outlined",
          "o",
          "alt",
          "fill",
          "filled",
          "mark",
          "sign",
          "green",
          "red",
          "grey",
          "gray",
          "blue",
          "black",
          "white",
          "small",
          "large",
          "sm",
          "md",
          "lg",
          "bold",
          "round",
          "rounded",
          "square",
          "plan",
          "cell",
          "feature",
          "item",
          "list",
          "table",
          "pricing",
          "value",
          "is",
          "status");

  /// Names that build tools give: `Table_check__3kd9S`.
  private static final Pattern HASHED =
      Pattern.compile("^(?:[A-Za-z]+_)?([A-Za-z-]+)__[\\w-]{4,8}$");

  private static final Pattern MIXED = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern NOISE = Pattern.compile("\\d+x?\\d*|(?=[a-f]*\\d)[a-f0-9]{8,}");

  /// @param aside elements that say nothing of the row
  /// @return empty without a sign, or with signs that contradict each other
  static Optional<Sign> of(Element element, Predicate<Element> aside) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    element.stream()
        .limit(MOST_ELEMENTS)
        .filter(aside.negate())
        .forEach(each -> labelled(each).or(() -> named(each)).ifPresent(signs::add));
    return signs.size() == 1 ? signs.stream().findFirst() : Optional.empty();
  }

  private static Optional<Sign> labelled(Element element) {
    String label =
        LABELS.stream().map(element::attr).filter(it -> !it.isBlank()).findFirst().orElse("");
    if (Texts.words(label) > 4) {
      return Optional.empty();
    }
    if (NO_LABEL.matcher(label).find()) {
      return Optional.of(NO);
    }
    return YES_LABEL.matcher(label).find() ? Optional.of(YES) : Optional.empty();
  }

  private static Optional<Sign> named(Element element) {
    Stream<String> names =
        NAMES.stream().flatMap(name -> Arrays.stream(element.attr(name).split("\\s+")));
    Stream<String> files = ADDRESSES.stream().map(element::attr).map(Sign::file);
    return Stream.concat(names, files)
        .filter(name -> !name.isEmpty())
        .map(Sign::core)
        .flatMap(Sign::ofCore)
        .findFirst();
  }

  /// The name of a file or of a part of it, without what follows the first dot.
  private static String file(String address) {
    if (address.startsWith("data:")) {
      return "";
    }
    String name = address.substring(address.lastIndexOf('/') + 1);
    String part = name.contains("#") ? name.substring(name.indexOf('#') + 1) : name;
    return part.replace("%20", "-").replaceFirst("[.?].*", "");
  }

  private static String core(String name) {
    String own = HASHED.matcher(name).replaceFirst("$1");
    return Arrays.stream(MIXED.matcher(own).replaceAll("-").toLowerCase(Locale.ROOT).split("[-_]+"))
        .filter(part -> !part.isEmpty() && !NEUTRAL.contains(part))
        .filter(part -> !NOISE.matcher(part).matches())
        .reduce((left, right) -> left + "-" + right)
        .orElse("");
  }

  private static Stream<Sign> ofCore(String core) {
    if (NO_NAMES.contains(core)) {
      return Stream.of(NO);
    }
    return YES_NAMES.contains(core) ? Stream.of(YES) : Stream.empty();
  }
}
