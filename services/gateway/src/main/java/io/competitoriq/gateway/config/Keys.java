package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What things are known by instead of ids.
final class Keys {

  /// There is one company.
  static final String COMPANY = "company";

  /// There is one rule of the workspace; those of sources are not part of a document.
  static final String RETENTION = "retention";

  private final Map<String, Integer> seen = new HashMap<>();

  /// The name, and from its second thing on `name#2`: names of channels, rules and views need not
  /// differ, and stand oldest first.
  String named(String name) {
    int number = seen.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "#" + number;
  }

  static String source(String domain, String url) {
    return domain + " " + url;
  }

  /// The domain in a source's key.
  static String domainOf(String sourceKey) {
    return sourceKey.substring(0, sourceKey.indexOf(' '));
  }

  static String ignoreRule(JsonNode content) {
    return String.join(
        " ",
        List.of("level", "tag", "competitor", "source", "kind", "pattern").stream()
            .filter(content::has)
            .map(field -> content.path(field).asText())
            .toList());
  }
}
