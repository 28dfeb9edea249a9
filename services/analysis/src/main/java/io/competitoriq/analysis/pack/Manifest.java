package io.competitoriq.analysis.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a pack holds and how its pages were captured.
@RegisterForReflection(targets = {Manifest.class, Manifest.Capture.class, Zip.Listed.class})
record Manifest(
    @JsonProperty int version,
    @JsonProperty UUID signalId,
    @JsonProperty UUID changeId,
    @JsonProperty String headline,
    @JsonProperty Capture before,
    @JsonProperty Capture after,
    @JsonProperty List<Zip.Listed> files) {

  /// How a page was captured.
  ///
  /// @param bodySha256 of the body, as recorded when it came
  record Capture(
      @JsonProperty String snapshotId,
      @JsonProperty String url,
      @JsonProperty String finalUrl,
      @JsonProperty String fetchedAt,
      @JsonProperty int httpStatus,
      @JsonProperty String bodySha256) {

    static Capture of(JsonNode snapshot) {
      return new Capture(
          snapshot.path("id").asText(),
          snapshot.path("url").asText(),
          snapshot.path("finalUrl").asText(),
          snapshot.path("fetchedAt").asText(),
          snapshot.path("httpStatus").asInt(),
          snapshot.path("bodySha256").asText());
    }
  }

  Manifest(Case about, Zip zip) {
    this(
        1,
        about.signal().id(),
        about.signal().changeId(),
        about.signal().headline(),
        Capture.of(about.before()),
        Capture.of(about.after()),
        listed(zip));
  }

  private static List<Zip.Listed> listed(Zip zip) {
    List<Zip.Listed> files = new ArrayList<>();
    zip.files().forEach(files::add);
    return files;
  }
}
