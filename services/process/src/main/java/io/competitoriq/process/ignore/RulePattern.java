package io.competitoriq.process.ignore;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/// Refuses patterns that mean nothing, cover everything or could take long, and says where they are
/// wrong.
final class RulePattern {

  static final int LONGEST = 300;
  private static final int SHORTEST_TEXT = 3;
  private static final Set<String> WHOLE_PAGES = Set.of("*", "html", "body", ":root", "html body");

  /// Selectors that hide a backtracking regular expression or look at the tree again and again.
  private static final java.util.regex.Pattern COSTLY =
      java.util.regex.Pattern.compile(":matches\\w*\\(|~=|:has\\(.*:has\\(");

  private static final java.util.regex.Pattern TROUBLE =
      java.util.regex.Pattern.compile("(?s)unexpected token at '(.*)'");

  private RulePattern() {}

  /// @throws ProblemException 400 that names the place
  static void check(RuleKind kind, String pattern) {
    if (pattern.isBlank() || pattern.length() > LONGEST) {
      throw refusal("A pattern has 1 to " + LONGEST + " characters, not " + pattern.length() + ".");
    }
    switch (kind) {
      case TEXT -> checkText(pattern);
      case REGEX -> checkRegex(pattern);
      case SELECTOR -> checkSelector(pattern);
    }
  }

  private static void checkText(String text) {
    if (text.strip().length() < SHORTEST_TEXT) {
      throw refusal("A text of fewer than " + SHORTEST_TEXT + " characters stands everywhere.");
    }
  }

  private static void checkRegex(String regex) {
    try {
      if (Pattern.compile(regex, Ignoring.FLAGS).matches("")) {
        throw refusal(
            "The regular expression matches nothing at all, so it would match everywhere."
                + " Let it ask for at least one character.");
      }
    } catch (PatternSyntaxException wrong) {
      String part = wrong.getPattern();
      throw refusal(
          "The regular expression is wrong at character "
              + position(regex, part)
              + ": "
              + wrong.getDescription()
              + ", near “"
              + part
              + "”. RE2 syntax: no look-around and no back-references.");
    }
  }

  private static void checkSelector(String selector) {
    Matcher costly = COSTLY.matcher(selector);
    if (costly.find()) {
      throw refusal(
          "“"
              + costly.group()
              + "” at character "
              + (costly.start() + 1)
              + " is not allowed in a selector. Use a rule of kind REGEX for patterns in texts.");
    }
    if (WHOLE_PAGES.contains(selector.strip().toLowerCase(Locale.ROOT))) {
      throw refusal("This selector covers the whole page. Pause the source instead.");
    }
    try {
      QueryParser.parse(selector);
    } catch (SelectorParseException | IllegalArgumentException wrong) {
      Matcher trouble = TROUBLE.matcher(String.valueOf(wrong.getMessage()));
      throw refusal(
          "The selector is wrong at character "
              + (trouble.find() ? position(selector, trouble.group(1)) : selector.length())
              + ": "
              + wrong.getMessage());
    }
  }

  /// Counted from 1; the end when the part is not in the pattern as it stands.
  private static int position(String pattern, String part) {
    int at = part.isEmpty() ? -1 : pattern.lastIndexOf(part);
    return at < 0 ? pattern.length() : at + 1;
  }

  private static ProblemException refusal(String message) {
    return Problems.badField("ignore-rule-invalid", "pattern", message);
  }
}
