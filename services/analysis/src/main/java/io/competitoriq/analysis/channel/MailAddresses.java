package io.competitoriq.analysis.channel;

import io.competitoriq.http.Problems;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Mail addresses as people write them.
public final class MailAddresses {

  private static final int MOST = 50;
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[^\\s@<>,;:\"()]{1,190}");

  private MailAddresses() {}

  /// Each once, in their order; empty ones are left out, so there may be none.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 naming what is no address, or for more than
  ///   50
  public static String[] orNone(String field, Collection<String> written) {
    List<String> found =
        written.stream().map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
    String wrong =
        found.stream()
            .filter(each -> !MAIL.matcher(each).matches())
            .collect(Collectors.joining(", "));
    if (!wrong.isEmpty()) {
      throw invalid(field, "No mail address: " + Texts.cut(wrong, 100) + ".");
    }
    if (found.size() > MOST) {
      throw invalid(field, "At most 50 recipients.");
    }
    return found.toArray(String[]::new);
  }

  /// The same, at least one.
  static String[] require(String field, Collection<String> written) {
    String[] found = orNone(field, written);
    if (found.length == 0) {
      throw invalid(field, "No mail address: " + String.join(" ", written) + ".");
    }
    return found;
  }

  private static RuntimeException invalid(String field, String message) {
    return Problems.badField("channel-target-invalid", field, message);
  }
}
