package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.PromptFile;

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
    PromptFile file = PromptFile.read("change-assessment", version, json);
    return new Prompt(version, file.instructions(), file.schema());
  }
}
