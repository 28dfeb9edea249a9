package io.competitoriq.crawl.collector;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/// What a provider collected, as a page that can be kept. Pure.
public final class ProviderPage {
  private ProviderPage() {}

  /// @param origin what explains the body later and is no part of it: ids of runs and searches
  public static FetchedPage of(URI url, JsonNode content, Map<String, String> origin, Instant now) {
    byte[] body = CanonicalJson.bytes(content);
    return new FetchedPage(
        url, url, 200, "application/json", "UTF-8", origin, Buffer.buffer(body), sha256(body), now);
  }

  /// 64 lower-case hexadecimal digits.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
