package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What the services tell of a workspace, as they tell it.
record Answers(
    List<JsonNode> competitors,
    List<JsonNode> sources,
    List<JsonNode> ignoreRules,
    List<JsonNode> channels,
    List<JsonNode> alertRules,
    List<JsonNode> views,
    JsonNode company) {}
