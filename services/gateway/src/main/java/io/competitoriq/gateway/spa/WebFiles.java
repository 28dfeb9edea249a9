package io.competitoriq.gateway.spa;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/// The built application's files from the class path, read once and kept. Their number is bounded
/// by the build: what does not exist is not remembered.
@ApplicationScoped
class WebFiles {

  private static final Pattern SAFE_PATH =
      Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+\\.[a-z0-9]+");
  private static final Pattern TEXT = Pattern.compile("text/.*|.*json|image/svg.*");

  private final Map<String, WebFile> known = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final String root;

  WebFiles(Vertx vertx, WebConfig config) {
    this.vertx = vertx;
    this.root = config.root();
  }

  /// The file at a path such as `/assets/index-a1b2.js`; empty when the build has none.
  Future<Optional<WebFile>> find(String path) {
    WebFile file = known.get(path);
    if (file != null) {
      return Future.succeededFuture(Optional.of(file));
    }
    Optional<String> type = WebFile.typeOf(path);
    if (type.isEmpty() || !SAFE_PATH.matcher(path).matches()) {
      return Future.succeededFuture(Optional.empty());
    }
    return vertx.executeBlocking(() -> load(path, type.get()), false).map(Objects::requireNonNull);
  }

  /// The text of a file, for filling in; empty when the build has none.
  Future<Optional<String>> text(String path) {
    return find(path)
        .map(
            file ->
                file.map(
                    found ->
                        String.valueOf(
                            found.encodings().getOrDefault(WebFile.IDENTITY, Buffer.buffer()))));
  }

  private Optional<WebFile> load(String path, String type) throws IOException {
    Optional<byte[]> plain = read(path);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Buffer> encodings = new LinkedHashMap<>();
    read(path + ".br").ifPresent(bytes -> encodings.put("br", Buffer.buffer(bytes)));
    if (TEXT.matcher(type).matches()) {
      encodings.put("gzip", Buffer.buffer(gzip(plain.get())));
    }
    encodings.put(WebFile.IDENTITY, Buffer.buffer(plain.get()));
    var file = new WebFile(type, etag(plain.get()), encodings);
    known.put(path, file);
    return Optional.of(file);
  }

  private Optional<byte[]> read(String path) throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(root + path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(plain);
    }
    return compressed.toByteArray();
  }

  private static String etag(byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    return "W/\"%x-%x\"".formatted(content.length, crc.getValue());
  }
}
