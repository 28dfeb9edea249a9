package io.competitoriq.egress;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// The ways a server may compress a body.
enum Packed {
  GZIP("gzip"),
  ZLIB("deflate"),
  RAW_DEFLATE("deflate"),
  BROTLI("br"),
  ZSTD("zstd");

  private final String token;

  Packed(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }

  byte[] pack(byte[] body) {
    try {
      return switch (this) {
        case BROTLI -> brotli(body);
        case ZSTD -> Zstd.compress(body);
        case GZIP, ZLIB, RAW_DEFLATE -> deflated(body);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] deflated(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, this == RAW_DEFLATE);
    try (OutputStream out =
        this == GZIP ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes, deflater)) {
      out.write(body);
    }
    deflater.end();
    return bytes.toByteArray();
  }

  private static byte[] brotli(byte[] body) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(body);
  }
}
