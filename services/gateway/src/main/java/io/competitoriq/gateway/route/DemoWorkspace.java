package io.competitoriq.gateway.route;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import java.util.Set;
import java.util.regex.Pattern;

/// What goes where nothing is real: all reading, and trying what concerns the demo data alone.
/// Whatever would visit a site, tell somebody or cost something does not. A pure decision.
final class DemoWorkspace {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /// New resources are real until they are named here.
  private static final Pattern HARMLESS =
      Pattern.compile(
          "/api/v1/("
              + "session(/.*)?|account(/.*)?|demo-data|first-steps/dismissal"
              + "|(signals|stories|battlecards|deal-outcomes|ask|ignore-rules)(/.*)?"
              + "|sources/[^/]+/(diff/last-seen|ignore-rules/[^/]+|verdicts/[^/]+)"
              + "|facts/[^/]+/override|alert-rules/test|digests/preview)");

  private DemoWorkspace() {}

  static boolean allows(String method, String path) {
    return READS.contains(method) || HARMLESS.matcher(path).matches();
  }

  /// @throws io.competitoriq.http.ProblemException 409 for what would be real
  static void require(SignedIn who, String method, String path) {
    if (who.demo() && !allows(method, path)) {
      throw Problems.conflict(
          "demo-data",
          "This is demo data: nothing is visited, nobody is told and nothing costs anything. Go back"
              + " to your own workspace to do this.");
    }
  }
}
