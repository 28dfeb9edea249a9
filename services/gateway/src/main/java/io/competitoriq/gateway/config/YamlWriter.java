package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Writes a workspace as a document: the same workspace gives the same bytes.
@ApplicationScoped
class YamlWriter {

  private static final String HEAD =
      """
      # A CompetitorIQ workspace as code.
      # Change it, look at the plan (PUT /api/v1/workspace/config?dryRun=true), apply it (dryRun=false).
      # What is left out stays as it is; with prune=true, what a section does not list is archived.
      # Form: contracts/config/workspace-config.schema.json
      version: 1
      """;

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setSplitLines(false)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .build();

  private final ObjectMapper json;

  YamlWriter(ObjectMapper json) {
    this.json = json;
  }

  String write(Workspace workspace) {
    StringBuilder text = new StringBuilder(HEAD);
    workspace
        .of(Part.COMPANY)
        .forEach(
            company -> section(text, "What we say of ourselves.", "company", company.content()));
    section(
        text,
        "Who is watched, and by what. Elsewhere a competitor is named by the domain of its url, without www.",
        "competitors",
        competitors(workspace));
    section(
        text,
        "Where people are told. ${secret} stands for the address of a chat, which is never told;"
            + " write the address itself to set it.",
        "channels",
        list(workspace, Part.CHANNEL));
    section(text, "What is no news.", "ignoreRules", list(workspace, Part.IGNORE_RULE));
    section(
        text,
        "What people are told of. Channels are named by their names, the second of a name as name#2.",
        "alertRules",
        list(workspace, Part.ALERT_RULE));
    section(text, "What people are sent regularly.", "digests", list(workspace, Part.DIGEST));
    section(text, "Views that are read as feeds.", "views", list(workspace, Part.VIEW));
    workspace
        .of(Part.RETENTION)
        .forEach(
            rule ->
                section(
                    text,
                    "What is kept of the bodies of evidence, where a source has no rule of its own.",
                    "retention",
                    rule.content()));
    section(
        text,
        "Most that the language model may cost, in millionths of a US dollar.",
        "aiBudgets",
        list(workspace, Part.AI_BUDGET));
    section(
        text,
        "Most that providers may cost per calendar month, in millionths of a US dollar; sourceMicros binds each"
            + " source that is not named.",
        "providerBudgets",
        list(workspace, Part.PROVIDER_BUDGET));
    return text.toString();
  }

  private static ArrayNode competitors(Workspace workspace) {
    ArrayNode competitors = JsonNodeFactory.instance.arrayNode();
    Map<String, ArrayNode> sources = new HashMap<>();
    for (Stored competitor : workspace.of(Part.COMPETITOR)) {
      ObjectNode content = competitor.content().deepCopy();
      sources.put(competitor.key(), content.putArray("sources"));
      competitors.add(content);
    }
    for (Stored source : workspace.of(Part.SOURCE)) {
      ArrayNode those = sources.get(Keys.domainOf(source.key()));
      if (those != null) {
        those.add(source.content());
      }
    }
    return competitors;
  }

  private static ArrayNode list(Workspace workspace, Part part) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    workspace.of(part).forEach(item -> list.add(item.content()));
    return list;
  }

  private void section(StringBuilder text, String comment, String name, Object content) {
    Object plain = json.convertValue(content, Object.class);
    text.append("\n# ").append(comment).append('\n');
    text.append(new Dump(SETTINGS).dumpToString(Map.of(name, plain)));
  }
}
