package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A home page in, the company behind it out.
final class CompanyReader {

  private static final int LONGEST_NAME = 80;

  private CompanyReader() {}

  static Company read(PageOutline home, PageUrl url) {
    String name =
        home.siteName()
            .filter(given -> given.length() <= LONGEST_NAME)
            .orElseGet(() -> fromTitle(home.title(), url));
    return new Company(
        name, url.domain(), home.description().orElse(null), home.logoUrl().orElse(null));
  }

  /// Titles are mostly "Name | claim" or "claim - Name": the part that sounds like the domain is
  /// the name. Without one, the domain's own first label is.
  private static String fromTitle(String title, PageUrl url) {
    String label = url.domain().split("\\.", 2)[0];
    List<String> parts =
        Stream.of(title.split("\\s+[-–—|·•:]\\s+|:\\s+|\\s*\\|\\s*"))
            .map(String::strip)
            .filter(part -> !part.isEmpty() && part.length() <= LONGEST_NAME)
            .toList();
    return parts.stream()
        .filter(part -> soundsLike(part, label))
        .findFirst()
        .orElseGet(() -> capitalized(label));
  }

  /// "Bright Desk" and `brightdesk`, "Acme, Inc." and `acme`.
  private static boolean soundsLike(String part, String label) {
    String letters = Words.fold(part).replace(" ", "");
    String wanted = Words.fold(label).replace(" ", "");
    boolean few = part.split("\\s+").length <= 3;
    return few
        && (letters.startsWith(wanted) || (letters.length() > 3 && wanted.startsWith(letters)));
  }

  private static String capitalized(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
