package io.competitoriq.egress;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decompression that stops at the cap, so a bomb costs its cap and no more, and stops earlier when
/// a body unpacks to absurdly more than came over the wire. Pure CPU work.
final class Inflation {
  /// Real pages stay below 100 times; gzip ends at 1032 times, brotli and zstd nowhere.
  private static final int HIGHEST_RATIO = 200;

  /// Below this a ratio says nothing: a small page of blanks is no bomb.
  private static final int HARMLESS = 1 << 20;

  /// Servers behind proxies compress twice by mistake; a third time is somebody trying something.
  private static final int MOST_LAYERS = 2;

  private Inflation() {}

  /// What is behind a compressed body.
  sealed interface Inflated {}

  /// The body, or its beginning where the limits say so.
  record Whole(Buffer body) implements Inflated {}

  /// More than the limits allow, in a sentence.
  record TooLarge(String detail) implements Inflated {}

  /// Nothing that can be read, in a sentence.
  record Broken(String detail) implements Inflated {}

  /// The body behind the codings that `encoding` lists in the order they were applied.
  static Inflated inflate(Buffer body, String encoding, EgressLimits limits) {
    List<String> layers =
        Arrays.stream(encoding.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(layer -> !layer.isEmpty() && !layer.equals("identity"))
            .toList()
            .reversed();
    List<Coding> codings = layers.stream().map(Coding::named).flatMap(Optional::stream).toList();
    if (codings.size() < layers.size()) {
      return new Broken("The body is in a compression that is not read.");
    }
    if (layers.size() > MOST_LAYERS) {
      return new Broken("The body is compressed %d times over.".formatted(layers.size()));
    }
    return layers.isEmpty() ? new Whole(body) : unpack(body, codings, limits);
  }

  private static Inflated unpack(Buffer body, List<Coding> codings, EgressLimits limits) {
    Buffer out = Buffer.buffer();
    InputStream in = new ByteArrayInputStream(body.getBytes());
    try {
      for (Coding coding : codings) {
        in = coding.open(in);
      }
      return copy(in, out, body.length(), limits);
    } catch (IOException e) {
      // A body that was cut on the wire ends early here, by design.
      return limits.cut() && body.length() == limits.maxBytes()
          ? new Whole(out)
          : new Broken("The body is not in the compression it claims, or ends too early.");
    } finally {
      close(in);
    }
  }

  private static Inflated copy(InputStream in, Buffer out, int packed, EgressLimits limits)
      throws IOException {
    int cap = limits.maxBytes();
    byte[] chunk = new byte[16_384];
    int read = in.read(chunk);
    while (read >= 0) {
      int room = cap - out.length();
      out.appendBytes(chunk, 0, Math.min(read, room));
      if (read > room) {
        return limits.cut()
            ? new Whole(out)
            : new TooLarge("The body is larger than %d bytes.".formatted(cap));
      }
      if (out.length() > HARMLESS && out.length() / HIGHEST_RATIO > packed) {
        return new TooLarge(
            "The body unpacks to more than %d times its size.".formatted(HIGHEST_RATIO));
      }
      read = in.read(chunk);
    }
    return new Whole(out);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to close", e);
    }
  }
}
