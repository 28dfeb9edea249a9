package io.competitoriq.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The operations of the public API as its document names them: a request in, the operation and
/// what it is about out.
@ApplicationScoped
class Operations {

  private static final String DOCUMENT = "openapi/gateway.yaml";
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

  /// What a parameter of these names holds opens something, and is written nowhere.
  private static final Set<String> SECRET = Set.of("token", "code", "secret", "key");

  private final Map<String, List<Known>> byMethod = new HashMap<>();

  Operations() {
    try (InputStream document = openDocument()) {
      JsonNode paths = new YAMLMapper().readTree(document).path("paths");
      paths
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(method -> note(path.getKey(), method.getKey(), method.getValue())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// An operation of the document.
  ///
  /// @param id its `operationId`
  /// @param subject the values in its address that say what it is about, empty where there are none
  record Operation(String id, String subject) {}

  private record Known(String id, Pattern path, List<String> parameters) {}

  Optional<Operation> of(String method, String path) {
    for (Known known : byMethod.getOrDefault(method, List.of())) {
      Matcher matcher = known.path.matcher(path);
      if (matcher.matches()) {
        return Optional.of(new Operation(known.id, subject(known, matcher)));
      }
    }
    return Optional.empty();
  }

  private static String subject(Known known, Matcher matcher) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < known.parameters.size(); i++) {
      if (!SECRET.contains(known.parameters.get(i))) {
        values.add(matcher.group(i + 1));
      }
    }
    return String.join(" ", values);
  }

  private void note(String path, String method, JsonNode operation) {
    if (operation.has("operationId")) {
      List<String> parameters =
          PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
      Pattern pattern =
          Pattern.compile(PARAMETER.matcher(path.replace(".", "\\.")).replaceAll("([^/]+)"));
      List<Known> known =
          byMethod.computeIfAbsent(method.toUpperCase(Locale.ROOT), _ -> new ArrayList<>());
      // Addresses without parameters win, as in JAX-RS.
      known.add(
          parameters.isEmpty() ? 0 : known.size(),
          new Known(operation.path("operationId").asText(), pattern, parameters));
    }
  }

  private static InputStream openDocument() {
    @Nullable InputStream document =
        Operations.class.getClassLoader().getResourceAsStream(DOCUMENT);
    if (document == null) {
      throw new IllegalStateException("the build has left out " + DOCUMENT);
    }
    return document;
  }
}
