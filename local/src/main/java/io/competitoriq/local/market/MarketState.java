package io.competitoriq.local.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the three companies say right now, and which steps of the script led there. Survives a
/// restart through its journal, so that a kept demo never sees prices jump back.
final class MarketState {

  /// @param epoch the moment all dates of the beginning are counted from
  record Journal(Instant epoch, List<Applied> applied) {}

  /// @param at when the step happened
  record Applied(String id, Instant at) {}

  private final Script script;
  private final Clock clock;
  private final @Nullable Path journalFile;
  private final Map<String, ObjectNode> documents = new LinkedHashMap<>();
  private final List<Applied> applied = new ArrayList<>();
  private Map<String, Company> companies = Map.of();
  private Instant epoch;
  private boolean paused;

  /// @param journalFile null keeps nothing
  MarketState(Script script, Clock clock, @Nullable Path journalFile, boolean paused) {
    this.script = script;
    this.clock = clock;
    this.journalFile = journalFile;
    this.epoch = clock.instant();
    this.paused = paused;
    readJournal().ifPresentOrElse(this::replay, this::reset);
  }

  synchronized Optional<Company> company(String id) {
    return Optional.ofNullable(companies.get(id));
  }

  synchronized List<Company> companies() {
    return List.copyOf(companies.values());
  }

  List<Step> steps() {
    return script.steps();
  }

  synchronized Journal journal() {
    return new Journal(epoch, List.copyOf(applied));
  }

  /// The first step of the script that has not happened yet.
  synchronized Optional<Step> next() {
    return script.steps().stream().filter(step -> !happened(step.id())).findFirst();
  }

  /// Lets the next step happen; empty when the script has ended.
  synchronized Optional<Step> applyNext() {
    Optional<Step> next = next();
    next.ifPresent(this::happen);
    return next;
  }

  /// Lets this step happen now, unless it has already; empty when the script has no such step.
  synchronized Optional<Step> apply(String id) {
    Optional<Step> step = script.steps().stream().filter(s -> s.id().equals(id)).findFirst();
    step.filter(s -> !happened(s.id())).ifPresent(this::happen);
    return step;
  }

  synchronized void pause(boolean pause) {
    paused = pause;
  }

  synchronized boolean paused() {
    return paused;
  }

  /// Back to the beginning.
  synchronized void reset() {
    epoch = clock.instant();
    applied.clear();
    restart();
    writeJournal();
  }

  private boolean happened(String id) {
    return applied.stream().anyMatch(a -> a.id().equals(id));
  }

  private void happen(Step step) {
    Instant now = clock.instant();
    edit(step, now);
    applied.add(new Applied(step.id(), now));
    bind();
    writeJournal();
  }

  private void edit(Step step, Instant at) {
    ObjectNode document = documents.get(step.company());
    if (document == null) {
      throw new IllegalArgumentException(step.id() + ": there is no company " + step.company());
    }
    step.edits().forEach(edit -> Edits.apply(document, edit, at));
  }

  private void replay(Journal journal) {
    epoch = journal.epoch();
    restart();
    for (Applied earlier : journal.applied()) {
      script.steps().stream()
          .filter(step -> step.id().equals(earlier.id()))
          .findFirst()
          .ifPresent(
              step -> {
                edit(step, earlier.at());
                applied.add(earlier);
              });
    }
    bind();
  }

  private void restart() {
    documents.clear();
    script
        .companies()
        .forEach(
            (id, document) ->
                documents.put(id, (ObjectNode) Edits.resolveTimes(document.deepCopy(), epoch)));
    bind();
  }

  private void bind() {
    Map<String, Company> bound = new LinkedHashMap<>();
    documents.forEach((id, document) -> bound.put(id, bind(document)));
    companies = bound;
  }

  private static Company bind(ObjectNode document) {
    try {
      return Script.JSON.treeToValue(document, Company.class);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("a company's file is wrong: " + wrong.getMessage(), wrong);
    }
  }

  private Optional<Journal> readJournal() {
    if (journalFile == null || !Files.exists(journalFile)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Script.JSON.readValue(journalFile.toFile(), Journal.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          journalFile + " cannot be read; delete it to begin again", unreadable);
    }
  }

  private void writeJournal() {
    if (journalFile == null) {
      return;
    }
    try {
      Path draft = journalFile.resolveSibling(journalFile.getFileName() + ".draft");
      Script.JSON.writeValue(draft.toFile(), journal());
      Files.move(draft, journalFile, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
