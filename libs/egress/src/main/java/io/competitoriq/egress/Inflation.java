package io.competitoriq.egress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Decompression that stops at the cap, so a bomb costs its cap and no more. Pure CPU work.
final class Inflation {
  static final String ACCEPTED = "gzip, deflate";
  private static final int ZLIB_METHOD_DEFLATE = 8;

  private Inflation() {}

  /// The body behind `encoding`; empty when it is larger than `cap` bytes. Fails with an
  /// IOException when the encoding is unknown or the body is not in it.
  static Optional<byte[]> inflate(byte[] body, String encoding, int cap) throws IOException {
    try (InputStream in = stream(body, encoding.strip().toLowerCase(Locale.ROOT))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[16_384];
      int read = in.read(chunk);
      while (read >= 0) {
        out.write(chunk, 0, read);
        if (out.size() > cap) {
          return Optional.empty();
        }
        read = in.read(chunk);
      }
      return Optional.of(out.toByteArray());
    }
  }

  private static InputStream stream(byte[] body, String encoding) throws IOException {
    InputStream raw = new ByteArrayInputStream(body);
    return switch (encoding) {
      case "", "identity" -> raw;
      case "gzip", "x-gzip" -> body.length == 0 ? raw : new GZIPInputStream(raw);
      // "deflate" is zlib by the standard and raw deflate by some servers.
      case "deflate" -> new InflaterInputStream(raw, new Inflater(!looksLikeZlib(body)));
      default -> throw new IOException("unknown content encoding " + encoding);
    };
  }

  private static boolean looksLikeZlib(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0f) == ZLIB_METHOD_DEFLATE
        && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
  }
}
