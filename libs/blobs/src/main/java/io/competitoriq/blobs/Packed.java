package io.competitoriq.blobs;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A body as it lies in the store. Pure CPU work: pack and unpack on a worker.
record Packed(String sha256, Buffer body, int rawBytes) {
  private static final int LEVEL = 3;

  static Packed of(byte[] raw) {
    return new Packed(hash(raw), Buffer.buffer(Zstd.compress(raw, LEVEL)), raw.length);
  }

  /// The body, once its hash is verified.
  byte[] unpack() {
    byte[] raw;
    try {
      raw = Zstd.decompress(body.getBytes(), rawBytes);
    } catch (ZstdException e) {
      throw new BlobDamaged(sha256, e);
    }
    if (!hash(raw).equals(sha256)) {
      throw new BlobDamaged(sha256, null);
    }
    return raw;
  }

  private static String hash(byte[] raw) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
