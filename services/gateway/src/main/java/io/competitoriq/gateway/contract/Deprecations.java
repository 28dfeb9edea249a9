package io.competitoriq.gateway.contract;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells clients with every answer of a deprecated operation since when it is and when it goes:
/// what the document says with `deprecated: true`, `x-deprecated-since` and `x-sunset`.
@ApplicationScoped
public class Deprecations {

  private static final Pattern PATH = Pattern.compile("^  (/[^:]+):\\s*$");
  private static final Pattern METHOD = Pattern.compile("^    (get|post|put|patch|delete):\\s*$");
  private static final Pattern DATE =
      Pattern.compile(
          "^      (x-deprecated-since|x-sunset): ['\"]?(\\d{4}-\\d\\d-\\d\\d)['\"]?\\s*$");

  private final List<Deprecation> known;

  @Inject
  Deprecations(ApiContract contract) {
    this(contract.text());
  }

  /// Read line by line: parsing the whole document would cost every start a third of a second. That
  /// it is laid out like this is a test's business.
  Deprecations(String document) {
    known = document.contains("x-sunset:") ? read(document) : List.of();
  }

  List<Deprecation> known() {
    return known;
  }

  /// Before the answer is written.
  public void apply(HttpServerRequest request, String path) {
    for (Deprecation deprecation : known) {
      if (deprecation.concerns(request.method().name(), path)) {
        HttpServerResponse response = request.response();
        response.putHeader("Deprecation", deprecation.deprecationHeader());
        response.putHeader("Sunset", deprecation.sunsetHeader());
      }
    }
  }

  private static List<Deprecation> read(String document) {
    List<Deprecation> found = new ArrayList<>();
    String path = "";
    String method = "";
    LocalDate since = LocalDate.MIN;
    for (String line : document.lines().toList()) {
      Matcher ofPath = PATH.matcher(line);
      Matcher ofMethod = METHOD.matcher(line);
      Matcher date = DATE.matcher(line);
      if (ofPath.matches()) {
        path = ofPath.group(1);
      } else if (ofMethod.matches()) {
        method = ofMethod.group(1);
      } else if (date.matches() && date.group(1).equals("x-deprecated-since")) {
        since = LocalDate.parse(date.group(2));
      } else if (date.matches()) {
        found.add(Deprecation.of(method, path, since, LocalDate.parse(date.group(2))));
      }
    }
    return List.copyOf(found);
  }
}
