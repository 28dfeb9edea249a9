package io.competitoriq.gateway.oidc;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a person goes on after signing in: a page of ours, whatever the link said.
final class ReturnPath {

  private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1999}");

  private ReturnPath() {}

  /// The wanted path, or the first page where it is none of ours.
  static String of(@Nullable String wanted) {
    return wanted != null && PAGE.matcher(wanted).matches() && !wanted.startsWith("/api/")
        ? wanted
        : "/";
  }
}
