package io.competitoriq.analysis.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.competitoriq.analysis.signal.SignalView;
import io.competitoriq.analysis.signal.Signals;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Packs the evidence of a signal, one file after the other: never more than one body is held.
@ApplicationScoped
class Packs {

  private static final UUID NOBODY = new UUID(0, 0);

  private final CrawlClient crawl;
  private final ProcessClient process;
  private final Signals signals;
  private final ServiceTokens tokens;
  private final ObjectMapper json;
  private final Vertx vertx;

  Packs(
      @RestClient CrawlClient crawl,
      @RestClient ProcessClient process,
      Signals signals,
      ServiceTokens tokens,
      ObjectMapper json,
      Vertx vertx) {
    this.crawl = crawl;
    this.process = process;
    this.signals = signals;
    this.tokens = tokens;
    this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    this.vertx = vertx;
  }

  /// Fails with 404 for a signal there is none of, with 503 when crawl or process do not answer.
  Uni<Case> open(UUID workspaceId, UUID signalId) {
    return signals
        .get(workspaceId, signalId)
        .chain(
            signal ->
                gather(bearer(workspaceId), signal).onFailure().transform(Packs::unavailable));
  }

  /// The bytes of the ZIP. A failure on the way breaks it off; half a pack must not look whole.
  Multi<byte[]> pack(UUID workspaceId, Case about) {
    String bearer = bearer(workspaceId);
    Zip zip = new Zip(about.signal().detectedAt());
    return Multi.createBy()
        .concatenating()
        .streams(
            file(zip, "README.txt", readme()),
            file(zip, "signal.json", Uni.createFrom().item(() -> bytes(about.signal()))),
            file(zip, "quotes.json", Uni.createFrom().item(() -> bytes(about.signal().evidence()))),
            file(
                zip, "diff.json", process.diff(bearer, about.signal().changeId()).map(this::bytes)),
            side(zip, "before", bearer, about.before(), about.documentBefore()),
            side(zip, "after", bearer, about.after(), about.documentAfter()),
            work(() -> zip.add("manifest.json", bytes(new Manifest(about, zip)))).toMulti(),
            work(zip::finish).toMulti());
  }

  private Multi<byte[]> side(
      Zip zip, String folder, String bearer, JsonNode snapshot, UUID documentId) {
    return Multi.createBy()
        .concatenating()
        .streams(
            file(zip, folder + "/snapshot.json", Uni.createFrom().item(() -> bytes(snapshot))),
            body(zip, folder, bearer, snapshot),
            file(zip, folder + "/text.txt", text(bearer, documentId)));
  }

  /// Only bytes that are what was recorded when they came go in as the body.
  private Multi<byte[]> body(Zip zip, String folder, String bearer, JsonNode snapshot) {
    if (!snapshot.path("release").isMissingNode() && !snapshot.path("release").isNull()) {
      String why = snapshot.path("release").path("sentence").asText("The body was released.");
      return file(zip, folder + "/body-released.txt", Uni.createFrom().item(() -> line(why)));
    }
    UUID id = UUID.fromString(snapshot.path("id").asText());
    String recorded = snapshot.path("bodySha256").asText();
    return crawl
        .body(bearer, id)
        .chain(body -> work(() -> checked(zip, folder, snapshot, recorded, body)))
        .toMulti();
  }

  private static byte[] checked(
      Zip zip, String folder, JsonNode snapshot, String recorded, byte[] body) {
    String found = Zip.sha256(body);
    return found.equals(recorded)
        ? zip.add(folder + "/body" + ending(snapshot.path("contentType").asText()), body)
        : zip.add(
            folder + "/body-damaged.txt",
            line(
                "The stored body is left out: its SHA-256 is %s, but %s was recorded when it came."
                    .formatted(found, recorded)));
  }

  private Uni<byte[]> text(String bearer, UUID documentId) {
    return process
        .document(bearer, documentId)
        .map(document -> document.path("text").asText().getBytes(StandardCharsets.UTF_8));
  }

  private Uni<Case> gather(String bearer, SignalView signal) {
    return process
        .change(bearer, signal.changeId())
        .chain(
            change ->
                snapshot(bearer, change, "fromSnapshotId")
                    .chain(
                        before ->
                            snapshot(bearer, change, "toSnapshotId")
                                .map(after -> new Case(signal, change, before, after))));
  }

  private Uni<JsonNode> snapshot(String bearer, JsonNode change, String field) {
    return crawl.snapshot(bearer, UUID.fromString(change.path(field).asText()));
  }

  private Multi<byte[]> file(Zip zip, String name, Uni<byte[]> content) {
    return content.chain(bytes -> work(() -> zip.add(name, bytes))).toMulti();
  }

  /// Compressing and hashing take long enough to leave the event loop.
  private Uni<byte[]> work(Callable<byte[]> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(work, false).onComplete(emitter::complete, emitter::fail));
  }

  private String bearer(UUID workspaceId) {
    return "Bearer " + tokens.issue(workspaceId, NOBODY, Role.VIEWER);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Uni<byte[]> readme() {
    return Uni.createFrom()
        .item(
            () -> {
              try (var in = Packs.class.getResourceAsStream("/evidence-pack/README.txt")) {
                if (in == null) {
                  throw new IllegalStateException("evidence-pack/README.txt is missing");
                }
                return in.readAllBytes();
              } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
              }
            });
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String ending(String contentType) {
    return switch (contentType) {
      case "text/html", "application/xhtml+xml" -> ".html";
      case "application/json" -> ".json";
      case "application/pdf" -> ".pdf";
      case "text/plain" -> ".txt";
      default -> contentType.endsWith("xml") ? ".xml" : ".bin";
    };
  }

  private static Throwable unavailable(Throwable failure) {
    return failure instanceof WebApplicationException answered
            && answered.getResponse().getStatus() == 404
        ? Problems.gone("evidence-gone", "What this signal was read from is not stored any more.")
        : Problems.unavailable(
            "evidence-unavailable",
            "The services that keep the evidence do not answer right now. Try again in a moment.",
            Duration.ofSeconds(5));
  }
}
