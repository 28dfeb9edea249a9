package io.competitoriq.analysis.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a ZIP file by file; each call answers the bytes that are ready then. The same files at
/// the same time give the same bytes.
final class Zip {

  /// What is known of a file that is in.
  record Listed(String name, int bytes, String sha256) {}

  private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
  private final ZipOutputStream out = new ZipOutputStream(ready);
  private final Map<String, Listed> files = new LinkedHashMap<>();
  private final long at;

  /// @param at the time all files bear
  Zip(Instant at) {
    this.at = at.toEpochMilli();
  }

  byte[] add(String name, byte[] content) {
    try {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(at);
      out.putNextEntry(entry);
      out.write(content);
      out.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    files.put(name, new Listed(name, content.length, sha256(content)));
    return taken();
  }

  Iterable<Listed> files() {
    return files.values();
  }

  /// Ends with `SHA256SUMS` over all that is in, as `sha256sum -c` reads it.
  byte[] finish() {
    StringBuilder sums = new StringBuilder();
    files.values().forEach(f -> sums.append(f.sha256()).append("  ").append(f.name()).append('\n'));
    byte[] last = add("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    try {
      out.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] end = taken();
    byte[] both = new byte[last.length + end.length];
    System.arraycopy(last, 0, both, 0, last.length);
    System.arraycopy(end, 0, both, last.length, end.length);
    return both;
  }

  private byte[] taken() {
    byte[] bytes = ready.toByteArray();
    ready.reset();
    return bytes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
