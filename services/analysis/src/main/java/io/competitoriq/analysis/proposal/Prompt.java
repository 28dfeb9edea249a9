package io.competitoriq.analysis.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.PromptFile;

/// The instructions and the answer's schema of one version, from
/// `prompts/battlecard-section/v<version>`. A version never changes once released.
///
/// @param version from 1
record Prompt(int version, String instructions, JsonNode schema) {

  /// The version new jobs are made with.
  static final int CURRENT = 1;

  static final String SCHEMA_NAME = "battlecard_section";

  static boolean isKnown(int version) {
    return version >= 1 && version <= CURRENT;
  }

  static Prompt load(int version, ObjectMapper json) {
    PromptFile file = PromptFile.read("battlecard-section", version, json);
    return new Prompt(version, file.instructions(), file.schema());
  }
}
