package io.competitoriq.analysis.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Crawled text that talks to a language model. It is treated as data either way; the signs are
/// counted and told, so that people know that a page tries.
public final class InjectionSigns {

  private static final Map<String, Pattern> RULES =
      new TreeMap<>(
          Map.of(
              "ignore-instructions",
              Pattern.compile(
                  "\\b(ignore|disregard|forget|override)\\b.{0,40}"
                      + "\\b(instructions?|prompts?|rules|directions)\\b"),
              "speaks-as-system",
              Pattern.compile("(<\\|?(system|im_start)|\\bsystem prompt\\b|\\[/?inst\\]|^system:)"),
              "addresses-a-model",
              Pattern.compile(
                  "\\b(as an ai|you are (now )?(an? )?(ai|assistant|language model|chatgpt)"
                      + "|dear (ai|llm|chatgpt))\\b"),
              "closes-the-data",
              Pattern.compile("</?crawled-data>")));

  private InjectionSigns() {}

  /// Names of all rules, sorted.
  static Set<String> rules() {
    return RULES.keySet();
  }

  /// Names of the rules that match, sorted.
  static List<String> in(SentData sent) {
    return in(String.join("\n", sent.before()) + "\n" + String.join("\n", sent.after()));
  }

  /// Names of the rules that match the text, sorted.
  public static List<String> in(String crawled) {
    String text = crawled.toLowerCase(Locale.ROOT);
    return RULES.entrySet().stream()
        .filter(rule -> rule.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .toList();
  }
}
