package io.competitoriq.local.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Somebody who collects for money, as far as a collector notices: his protocol with its shapes of
/// answers and refusals, a key, a bill. What he finds is what the market's companies do elsewhere.
interface StandIn {

  /// Never blocks longer than the protocol's own longest wait.
  Reply answer(Call call);

  /// What was asked.
  ///
  /// @param parameters of the query; of two with one name the last counts
  record Call(
      String method,
      String path,
      Map<String, String> parameters,
      @Nullable String authorization,
      String body) {

    private static final int MOST_BYTES = 1 << 20;

    static Call of(HttpExchange exchange, InputStream body) throws IOException {
      return new Call(
          exchange.getRequestMethod(),
          exchange.getRequestURI().getPath(),
          parameters(exchange.getRequestURI().getRawQuery()),
          exchange.getRequestHeaders().getFirst("Authorization"),
          new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    }

    /// The key of the header, or else of the parameter; null: none was given.
    @Nullable String key(String parameter) {
      return authorization != null && authorization.startsWith("Bearer ")
          ? authorization.substring("Bearer ".length())
          : parameters.get(parameter);
    }

    /// A number among the parameters.
    ///
    /// @throws NumberFormatException when it is none
    int number(String name, int otherwise) {
      String text = parameters.get(name);
      return text == null ? otherwise : Integer.parseInt(text);
    }

    private static Map<String, String> parameters(@Nullable String query) {
      Map<String, String> parameters = new TreeMap<>();
      for (String pair : query == null ? new String[0] : query.split("&")) {
        String[] parts = pair.split("=", 2);
        parameters.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
      }
      return parameters;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  /// What is answered, always JSON.
  record Reply(int status, Map<String, String> headers, JsonNode body) {

    static Reply of(int status, JsonNode body) {
      return new Reply(status, Map.of(), body);
    }
  }

  static ObjectNode object() {
    return Script.JSON.createObjectNode();
  }
}
