package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;

/// What a model is asked.
///
/// @param instructions ours alone, never crawled text
/// @param data the delimited, untrusted part
/// @param schemaName `[A-Za-z0-9_-]{1,64}`
/// @param schema strict JSON schema of the answer
public record ModelQuestion(String instructions, String data, String schemaName, JsonNode schema) {

  public ModelQuestion {
    if (!schemaName.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("not a schema name: " + schemaName);
    }
  }
}
