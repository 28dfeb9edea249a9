package io.competitoriq.gateway.spa;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of the web application, as it is sent.
///
/// @param encodings the content by `Content-Encoding`, in the order of preference; never without
///   `identity`
record WebFile(String contentType, String etag, Map<String, Buffer> encodings) {

  static final String IDENTITY = "identity";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  /// The media type of a file name; empty for a kind of file the application does not have.
  static Optional<String> typeOf(String path) {
    return Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
  }

  /// The first encoding the client takes.
  String encodingFor(@Nullable String acceptEncoding) {
    String accepted = acceptEncoding == null ? "" : acceptEncoding;
    return encodings.keySet().stream()
        .filter(encoding -> encoding.equals(IDENTITY) || accepts(accepted, encoding))
        .findFirst()
        .orElse(IDENTITY);
  }

  private static boolean accepts(String accepted, String encoding) {
    for (String part : accepted.split(",")) {
      String[] tokens = part.strip().split(";", 2);
      boolean refused = tokens.length == 2 && tokens[1].strip().matches("q=0(\\.0*)?");
      if (tokens[0].strip().equalsIgnoreCase(encoding)) {
        return !refused;
      }
    }
    return false;
  }
}
