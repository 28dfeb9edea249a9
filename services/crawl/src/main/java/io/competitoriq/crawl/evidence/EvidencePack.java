package io.competitoriq.crawl.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.competitoriq.crawl.snapshot.ReleaseView;
import io.competitoriq.crawl.snapshot.SnapshotView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP with what was seen, when and how: bodies as they came, headers, hashes, and a `SHA256SUMS`
/// that `sha256sum -c` checks. Pure; the same evidence gives the same bytes.
final class EvidencePack {
  private final ObjectMapper mapper;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private Instant newest = Instant.EPOCH;

  EvidencePack(ObjectMapper mapper) {
    this.mapper = mapper.copy().enable(SerializationFeature.INDENT_OUTPUT);
  }

  /// @param folder `before` or `after`
  /// @param body empty when it was released: the pack says so in its place
  EvidencePack with(String folder, SnapshotView snapshot, Optional<byte[]> body) {
    newest = snapshot.fetchedAt().isAfter(newest) ? snapshot.fetchedAt() : newest;
    body.ifPresent(bytes -> files.put(folder + "/body" + ending(snapshot.contentType()), bytes));
    ReleaseView release = snapshot.release();
    if (release != null) {
      files.put(
          folder + "/body-released.txt",
          (release.sentence() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    files.put(folder + "/snapshot.json", json(snapshot));
    return this;
  }

  private byte[] json(SnapshotView snapshot) {
    try {
      return mapper.writeValueAsBytes(snapshot);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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

  byte[] zipped() {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put("SHA256SUMS", sums().getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(newest.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private String sums() {
    List<String> lines = new ArrayList<>();
    files.forEach((name, bytes) -> lines.add(sha256(bytes) + "  " + name));
    return String.join("\n", lines) + "\n";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
