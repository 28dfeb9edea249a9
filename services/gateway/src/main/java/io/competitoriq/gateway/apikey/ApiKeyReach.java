package io.competitoriq.gateway.apikey;

import java.util.Set;
import java.util.regex.Pattern;

/// Which of the gateway's own resources a key may use. Whatever is not named here is for people who
/// are signed in: a key that leaks must not be able to make more keys, members or accounts.
public final class ApiKeyReach {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Pattern READABLE =
      Pattern.compile(
          "/api/v1/(overview|members|workspace/config|(signals|sources|competitors)(/.*)?)");
  private static final String CONFIG = "/api/v1/workspace/config";
  private static final Pattern COMMENTS = Pattern.compile("/api/v1/signals/[^/]+/comments");

  private ApiKeyReach() {}

  /// @param path normalized, of a resource of the gateway itself
  public static boolean covers(String method, String path) {
    return READS.contains(method)
        ? READABLE.matcher(path).matches()
        : method.equals("POST") && COMMENTS.matcher(path).matches()
            || method.equals("PUT") && path.equals(CONFIG);
  }
}
