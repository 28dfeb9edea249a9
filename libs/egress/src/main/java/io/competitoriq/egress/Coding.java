package io.competitoriq.egress;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The content codings a body is accepted in (RFC 9110 section 8.4.1, RFC 7932, RFC 8878).
enum Coding {
  GZIP("gzip") {
    @Override
    InputStream open(InputStream in) {
      return new GzipMembers(in);
    }
  },
  DEFLATE("deflate") {
    @Override
    InputStream open(InputStream in) throws IOException {
      // "deflate" is zlib by the standard and raw deflate by some servers.
      PushbackInputStream peeked = new PushbackInputStream(in, 2);
      byte[] head = peeked.readNBytes(2);
      peeked.unread(head);
      return new Deflated(peeked, new Inflater(!looksLikeZlib(head)));
    }
  },
  BROTLI("br") {
    @Override
    InputStream open(InputStream in) throws IOException {
      return new BrotliInputStream(in);
    }

    @Override
    boolean usable() {
      return Brotli4jLoader.isAvailable();
    }
  },
  ZSTD("zstd") {
    @Override
    InputStream open(InputStream in) throws IOException {
      return new ZstdInputStreamNoFinalizer(in).setLongMax(LARGEST_ZSTD_WINDOW_LOG);
    }
  };

  /// 8 MiB, as RFC 9659 bounds the window of the content coding: a frame may ask for far more.
  private static final int LARGEST_ZSTD_WINDOW_LOG = 23;

  private static final int ZLIB_METHOD_DEFLATE = 8;

  private final String token;

  Coding(String token) {
    this.token = token;
  }

  /// The body behind `in`; fails with an IOException when it is not in this coding or ends early.
  abstract InputStream open(InputStream in) throws IOException;

  /// Whether this machine can read it: brotli's native part does not exist for every platform.
  boolean usable() {
    return true;
  }

  /// The coding of that name in lower case; empty when it is none we read.
  static Optional<Coding> named(String name) {
    String token = name.equals("x-gzip") ? GZIP.token : name;
    return Arrays.stream(values())
        .filter(coding -> coding.token.equals(token) && coding.usable())
        .findFirst();
  }

  /// What the Accept-Encoding header says.
  static String accepted() {
    return Arrays.stream(values())
        .filter(Coding::usable)
        .map(coding -> coding.token)
        .collect(Collectors.joining(", "));
  }

  private static boolean looksLikeZlib(byte[] head) {
    return head.length > 1
        && (head[0] & 0x0f) == ZLIB_METHOD_DEFLATE
        && ((head[0] & 0xff) << 8 | head[1] & 0xff) % 31 == 0;
  }

  /// Gives the inflater's native memory back at the end instead of whenever it is collected.
  private static final class Deflated extends InflaterInputStream {
    Deflated(InputStream in, Inflater inflater) {
      super(in, inflater);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
