package io.competitoriq.competitors.discovery;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// The first glance at a job board's machine-readable list.
///
/// @param openings how many it lists
/// @param first title of the first one
record JobListing(int openings, Optional<String> first) {

  /// Empty when the body is no such list. Costs CPU: call it on a worker thread.
  static Optional<JobListing> read(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    try {
      return text.startsWith("[")
          ? Optional.of(listing(new JsonArray(text)))
          : list(new JsonObject(text)).map(JobListing::listing);
    } catch (DecodeException | ClassCastException notAList) {
      return Optional.empty();
    }
  }

  private static Optional<JsonArray> list(JsonObject object) {
    return Stream.of("jobs", "content", "result", "results", "offers", "data")
        .map(object::getValue)
        .flatMap(value -> value instanceof JsonArray array ? Stream.of(array) : Stream.empty())
        .findFirst();
  }

  private static JobListing listing(JsonArray jobs) {
    Optional<String> first =
        jobs.isEmpty() || !(jobs.getValue(0) instanceof JsonObject job)
            ? Optional.empty()
            : Stream.of("title", "name", "text", "jobOpeningName")
                .map(job::getValue)
                .flatMap(v -> v instanceof String title ? Stream.of(title) : Stream.empty())
                .map(PageReader::shortened)
                .findFirst();
    return new JobListing(jobs.size(), first);
  }
}
