package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The instructions and the answer's schema of a version of a prompt, from
/// `prompts/<name>/v<version>`. A version never changes once released: answers are cached and
/// compared by it.
public record PromptFile(String instructions, JsonNode schema) {

  /// @param version from 1
  /// @throws UncheckedIOException when there is no such prompt
  public static PromptFile read(String name, int version, ObjectMapper json) {
    String folder = "/prompts/" + name + "/v" + version + "/";
    try {
      String instructions =
          new String(bytes(folder + "instructions.txt"), StandardCharsets.UTF_8).strip();
      return new PromptFile(instructions, json.readTree(bytes(folder + "schema.json")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("prompt " + folder + " is unreadable", unreadable);
    }
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = PromptFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("missing resource " + path);
      }
      return in.readAllBytes();
    }
  }
}
