package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The instructions and the answer's schema of one version, from
/// `prompts/change-assessment/v<version>`. A version never changes once released: results are
/// cached and compared by it.
///
/// @param version from 1
public record Prompt(int version, String instructions, JsonNode schema) {

  /// The version new jobs are made with.
  public static final int CURRENT = 2;

  static final String SCHEMA_NAME = "change_assessment";

  static boolean isKnown(int version) {
    return version >= 1 && version <= CURRENT;
  }

  static Prompt load(int version, ObjectMapper json) {
    String folder = "/prompts/change-assessment/v" + version + "/";
    try {
      String instructions =
          new String(read(folder + "instructions.txt"), StandardCharsets.UTF_8).strip();
      return new Prompt(version, instructions, json.readTree(read(folder + "schema.json")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("prompt " + folder + " is unreadable", unreadable);
    }
  }

  private static byte[] read(String path) throws IOException {
    try (InputStream in = Prompt.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("missing resource " + path);
      }
      return in.readAllBytes();
    }
  }
}
