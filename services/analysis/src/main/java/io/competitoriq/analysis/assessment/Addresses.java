package io.competitoriq.analysis.assessment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Knows the web and e-mail addresses a source names, and tells whether a sentence names another: a
/// page that could make a model write one would have our readers click it. Pure.
public final class Addresses {

  /// With or without a scheme, a user or a path; a single letter after the dot is an abbreviation.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]{1,20}:/{1,2}[^\\s\"'<>()\\[\\]{}|]+)"
              + "|(?:(?:javascript|data|mailto|tel):[^\\s]+)"
              + "|(?:[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+)"
              + "|(?:(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?:[:/?#][^\\s\"'<>()\\[\\]{}|]*)?)"
              + "|(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/?#][^\\s\"'<>()]*)?)");

  /// Dots and at signs spelled so that filters do not see them.
  private static final Pattern HIDDEN_DOT =
      Pattern.compile("\\s*[\\[({]\\s*(?:\\.|dot)\\s*[\\])}]\\s*|\\s+dot\\s+");

  private static final Pattern HIDDEN_AT =
      Pattern.compile("\\s*[\\[({]\\s*(?:@|at)\\s*[\\])}]\\s*");

  /// Never repeated, whoever names it.
  private static final Pattern SCRIPT = Pattern.compile("(?:javascript|data):");

  private final String source;

  public Addresses(String source) {
    this.source = folded(source);
  }

  public boolean cover(String sentence) {
    return ADDRESS
        .matcher(folded(sentence))
        .results()
        .map(match -> match.group().replaceAll("[.,;:!?]+$", ""))
        .allMatch(address -> !SCRIPT.matcher(address).lookingAt() && isNamed(address));
  }

  /// As a whole: `good.example.evil.test` is not named by a page that names `good.example`.
  private boolean isNamed(String address) {
    int at = source.indexOf(address);
    while (at >= 0) {
      if (isEdge(at - 1, false) && isEdge(at + address.length(), true)) {
        return true;
      }
      at = source.indexOf(address, at + 1);
    }
    return false;
  }

  private boolean isEdge(int index, boolean after) {
    if (index < 0 || index >= source.length()) {
      return true;
    }
    char c = source.charAt(index);
    if (after && c == '.') {
      return index + 1 >= source.length() || !Character.isLetterOrDigit(source.charAt(index + 1));
    }
    return !Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '@' && (after || c != '.');
  }

  private static String folded(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("\\p{Cf}", "")
            .replace('\u3002', '.')
            .toLowerCase(Locale.ROOT)
            .replace("hxxp", "http");
    return HIDDEN_AT.matcher(HIDDEN_DOT.matcher(plain).replaceAll(".")).replaceAll("@");
  }
}
