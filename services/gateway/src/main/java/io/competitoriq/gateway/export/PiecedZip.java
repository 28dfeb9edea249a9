package io.competitoriq.gateway.export;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP that comes into being file by file, of which no more than a piece is held at a time. Not
/// for several threads at once; packing takes CPU time.
final class PiecedZip {

  /// What a reader of the file has to know of its shape; raised when a kind changes its meaning.
  static final int SCHEMA_VERSION = 1;

  private static final int PIECE = 1 << 20;

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8);
  private final JsonArray files = new JsonArray();
  private MessageDigest digest = sha256();
  private String name = "";
  private long lines;
  private long bytes;

  void begin(String kind) {
    name = kind + ".jsonl";
    digest = sha256();
    lines = 0;
    bytes = 0;
    entry(name);
  }

  void add(List<String> more) {
    for (String line : more) {
      byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
      digest.update(text);
      write(text);
      bytes += text.length;
    }
    lines += more.size();
  }

  void end() {
    closeEntry();
    files.add(
        new JsonObject()
            .put("file", name)
            .put("lines", lines)
            .put("bytes", bytes)
            .put("sha256", HexFormat.of().formatHex(digest.digest())));
  }

  /// Writes `manifest.json`, which says what is in the others, and ends the ZIP.
  void close(UUID workspaceId, String workspaceName, Instant at) {
    var manifest =
        new JsonObject()
            .put("schemaVersion", SCHEMA_VERSION)
            .put(
                "workspace",
                new JsonObject().put("id", workspaceId.toString()).put("name", workspaceName))
            .put("exportedAt", at.toString())
            .put("files", files);
    entry("manifest.json");
    write(manifest.encodePrettily().getBytes(StandardCharsets.UTF_8));
    closeEntry();
    try {
      zip.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /// What has been packed since the last time, once it is worth a row.
  Optional<byte[]> piece() {
    return packed.size() < PIECE ? Optional.empty() : Optional.of(rest());
  }

  /// Whatever has been packed since the last time.
  byte[] rest() {
    byte[] piece = packed.toByteArray();
    packed.reset();
    return piece;
  }

  private void entry(String file) {
    try {
      zip.putNextEntry(new ZipEntry(file));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void write(byte[] text) {
    try {
      zip.write(text);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void closeEntry() {
    try {
      zip.closeEntry();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
