package io.competitoriq.jobs.enqueue;

import java.util.regex.Pattern;

/// What PostgreSQL's jsonb takes: everything but the NUL character, which scraped text does
/// contain.
final class JsonText {

  private static final String NUL = "\\u0000";

  /// A NUL escape that is not itself preceded by an escaping backslash.
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private JsonText() {}

  static String storable(String json) {
    return json.contains(NUL) ? ESCAPED_NUL.matcher(json).replaceAll("$1\\\\ufffd") : json;
  }
}
