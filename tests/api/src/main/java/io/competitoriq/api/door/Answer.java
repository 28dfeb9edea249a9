package io.competitoriq.api.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What came back.
///
/// @param status 0 when the connection was closed without an answer
/// @param headers by name in lower case
public record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  public String contentType() {
    return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// Missing when it is none.
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException none) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public String toString() {
    String text = text();
    return status + " " + (text.length() > 300 ? text.substring(0, 300) + "..." : text);
  }
}
