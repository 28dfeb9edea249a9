package io.competitoriq.analysis.offer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The instructions and the answer's schema, from `prompts/offer-reading/v<version>`. A version
/// never changes once released: answers are cached by it.
record OfferPrompt(String instructions, JsonNode schema) {

  static final int CURRENT = 1;
  static final String SCHEMA_NAME = "offer_reading";

  static OfferPrompt load(ObjectMapper json) {
    String folder = "/prompts/offer-reading/v" + CURRENT + "/";
    try {
      String instructions =
          new String(bytes(folder + "instructions.txt"), StandardCharsets.UTF_8).strip();
      return new OfferPrompt(instructions, json.readTree(bytes(folder + "schema.json")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("prompt " + folder + " is unreadable", unreadable);
    }
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = OfferPrompt.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("missing resource " + path);
      }
      return in.readAllBytes();
    }
  }
}
