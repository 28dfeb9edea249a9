package io.competitoriq.process.fact;

import static java.util.Objects.requireNonNull;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.document.Reading.Understood;
import io.competitoriq.process.document.SnapshotReader;
import io.competitoriq.process.evidence.QuoteCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A page as sites build it, with what is to be read from it: the first comment holds the address
/// and then one expected fact a line, fields between ` | `, `-` for what the page does not say.
public record FactFixture(String name, URI url, List<List<String>> expected, String body) {

  /// All fixtures of a folder under `facts`.
  public static List<FactFixture> all(String folder) {
    try (Stream<Path> files =
        Files.list(
            Path.of(requireNonNull(FactFixture.class.getResource("/facts/" + folder)).toURI()))) {
      return files.sorted().map(FactFixture::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static FactFixture of(Path file) {
    try {
      String text = Files.readString(file);
      int end = text.indexOf("-->");
      List<String> head = text.substring("<!--".length(), end).strip().lines().toList();
      List<List<String>> expected =
          head.stream().skip(1).map(line -> Arrays.asList(line.strip().split(" \\| "))).toList();
      return new FactFixture(
          String.valueOf(file.getFileName()),
          URI.create(head.getFirst().strip()),
          expected,
          text.substring(end + 3).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What the whole reader makes of the page, as a source of the kind.
  public Understood read(SourceKind kind) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ProcessSnapshot snapshot =
        new ProcessSnapshot(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            url,
            kind,
            Collector.BUILTIN,
            name.endsWith(".json") ? "application/json" : "text/html",
            "utf-8",
            "0".repeat(64),
            Instant.parse("2026-06-01T00:00:00Z"));
    if (SnapshotReader.read(snapshot, bytes) instanceof Understood page) {
      return page;
    }
    throw new AssertionError(name + " was not understood");
  }

  /// Facts whose quotes the text does not hold at their offsets.
  public static List<FactDraft> misquoted(Understood page) {
    return page.facts().stream()
        .filter(
            fact ->
                Stream.concat(
                        Stream.ofNullable(fact.quote()),
                        fact.details().stream().flatMap(d -> Stream.ofNullable(d.quote())))
                    .anyMatch(
                        quote ->
                            !QuoteCheck.holds(
                                page.content().text(), quote.text(), quote.start(), quote.end())))
        .toList();
  }
}
