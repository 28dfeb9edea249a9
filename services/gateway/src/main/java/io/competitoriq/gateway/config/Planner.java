package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.competitoriq.gateway.config.PlanItem.Act;
import io.competitoriq.gateway.config.PlanItem.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares what is wanted with what there is. Pure.
final class Planner {

  private static final JsonNode HIDDEN = JsonNodeFactory.instance.textNode("(an address)");

  private final Workspace workspace;
  private final ConfigDocument document;
  private final Wishes.Wished wished;
  private final boolean prune;
  private final List<Step> steps = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<String> listed = new HashSet<>();

  private Planner(
      Workspace workspace, ConfigDocument document, Wishes.Wished wished, boolean prune) {
    this.workspace = workspace;
    this.document = document;
    this.wished = wished;
    this.prune = prune;
  }

  /// What to do, in this order; what is archived comes last.
  ///
  /// @throws io.competitoriq.http.ProblemException 422 with all mistakes
  static List<Step> plan(
      Workspace workspace, ConfigDocument document, Wishes.Wished wished, boolean prune) {
    var planner = new Planner(workspace, document, wished, prune);
    planner.mistakes.addAll(wished.mistakes());
    wished.wanted().forEach(one -> planner.listed.add(one.part() + " " + one.key()));
    for (Part part : Part.values()) {
      wished.wanted().stream().filter(one -> one.part() == part).forEach(planner::compare);
    }
    wished.wanted().forEach(planner::requireReferences);
    if (prune) {
      planner.archive();
    }
    if (!planner.mistakes.isEmpty()) {
      throw Mistake.refusal(planner.mistakes);
    }
    return List.copyOf(planner.steps);
  }

  private void compare(Wanted one) {
    Optional<Stored> found = workspace.find(one.part(), one.key());
    List<Change> changes = new ArrayList<>();
    one.content()
        .properties()
        .forEach(
            field -> {
              JsonNode before = found.map(has -> has.content().get(field.getKey())).orElse(null);
              if (!Forms.same(before, field.getValue())) {
                changes.add(change(one, field.getKey(), before, field.getValue()));
              }
            });
    found.ifPresent(_ -> requireFixed(one, changes));
    if (one.part() == Part.CHANNEL) {
      requireTarget(one, found.isPresent());
    }
    Act act = changes.isEmpty() ? Act.UNCHANGED : Act.UPDATE;
    steps.add(
        new Step(
            one.part(),
            one.key(),
            found.isEmpty() ? Act.CREATE : act,
            document.lineOf(one.pointer()),
            changes,
            one.content(),
            found.orElse(null)));
  }

  /// The address of a chat is a secret whoever wrote it.
  private static Change change(
      Wanted one, String field, @Nullable JsonNode before, JsonNode after) {
    boolean secret =
        one.part() == Part.CHANNEL
            && field.equals("target")
            && Exported.isChat(one.content().path("kind").asText());
    return secret ? new Change(field, before, HIDDEN) : new Change(field, before, after);
  }

  private void requireFixed(Wanted one, List<Change> changes) {
    String fixed = one.part().fixed();
    if (changes.stream().anyMatch(change -> change.field().equals(fixed))) {
      mistake(
          one.pointer() + "/" + fixed,
          "The %s of what is there already cannot be changed; archive it and add it anew."
              .formatted(fixed));
    }
  }

  private void requireTarget(Wanted channel, boolean known) {
    JsonNode content = channel.content();
    boolean placeholder = content.path("target").asText().equals(Exported.SECRET);
    if (!known && !content.has("target")) {
      mistake(channel.pointer(), "A new channel needs a \"target\".");
    } else if (!known && placeholder) {
      mistake(
          channel.pointer() + "/target",
          "This channel is new here, so its address must be written out instead of ${secret}.");
    } else if (placeholder && !Exported.isChat(content.path("kind").asText())) {
      mistake(channel.pointer() + "/target", "Only the address of a chat may be ${secret}.");
    }
  }

  private void requireReferences(Wanted one) {
    JsonNode content = one.content();
    String at = one.pointer();
    switch (one.part()) {
      case IGNORE_RULE -> {
        if (content.has("source")) {
          String domain = content.path("competitor").asText();
          require(Part.COMPETITOR, domain, at + "/competitor");
          require(
              Part.SOURCE, Keys.source(domain, content.path("source").asText()), at + "/source");
        }
      }
      case ALERT_RULE -> {
        requireAll(Part.COMPETITOR, at + "/condition/competitors");
        requireAll(Part.CHANNEL, at + "/telling/channels");
      }
      case DIGEST -> {
        requireAll(Part.COMPETITOR, at + "/selection/competitors");
        requireAll(Part.CHANNEL, at + "/channels");
      }
      case PROVIDER_BUDGET -> {
        JsonNode sources = document.tree().at(at + "/sources");
        for (int i = 0; i < sources.size(); i++) {
          String domain = sources.path(i).path("competitor").asText();
          String key = Keys.source(domain, sources.path(i).path("source").asText());
          require(Part.SOURCE, key, at + "/sources/" + i + "/source");
        }
      }
      case VIEW -> {
        if (content.path("query").has("competitor")) {
          String domain = content.path("query").path("competitor").asText();
          require(Part.COMPETITOR, domain, at + "/query/competitor");
        }
      }
      case COMPANY -> {
        JsonNode relations = document.tree().path("company").path("relations");
        for (int i = 0; i < relations.size(); i++) {
          String pointer = at + "/relations/" + i + "/competitor";
          require(Part.COMPETITOR, relations.path(i).path("competitor").asText(), pointer);
        }
      }
      case COMPETITOR, SOURCE, CHANNEL, RETENTION, AI_BUDGET -> {}
    }
  }

  private void requireAll(Part part, String pointer) {
    JsonNode names = document.tree().at(pointer);
    for (int i = 0; i < names.size(); i++) {
      require(part, names.path(i).asText().strip(), pointer + "/" + i);
    }
  }

  private void require(Part part, String key, String pointer) {
    boolean stays = workspace.find(part, key).filter(has -> !isArchived(has)).isPresent();
    if (!stays && !listed.contains(part + " " + key)) {
      mistake(
          pointer,
          "There is no %s \"%s\", neither here nor in the workspace."
              .formatted(
                  part == Part.SOURCE ? "source" : part.name().toLowerCase(Locale.ROOT), key));
    }
  }

  /// What is named by others goes after them.
  private void archive() {
    for (Part part : List.of(Part.values()).reversed()) {
      workspace.of(part).stream()
          .filter(this::isArchived)
          .filter(has -> part != Part.SOURCE || !goesWithItsCompetitor(has))
          .map(Step::archive)
          .forEach(steps::add);
    }
  }

  /// Of a section that the document has, what it does not list; of a competitor, what its list of
  /// sources does not.
  private boolean isArchived(Stored has) {
    if (!prune || has.part().isAlwaysThere() || listed.contains(has.part() + " " + has.key())) {
      return false;
    }
    return has.part() == Part.SOURCE
        ? goesWithItsCompetitor(has) || wished.sourceLists().contains(Keys.domainOf(has.key()))
        : document.has(has.part().section());
  }

  private boolean goesWithItsCompetitor(Stored source) {
    return workspace
        .find(Part.COMPETITOR, Keys.domainOf(source.key()))
        .filter(this::isArchived)
        .isPresent();
  }

  private void mistake(String pointer, String message) {
    mistakes.add(document.mistake(pointer, message));
  }
}
