package io.competitoriq.blobs;

import org.jspecify.annotations.Nullable;

/// The stored bytes do not hash to their name any more: restore them from a backup.
public final class BlobDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BlobDamaged(String sha256, @Nullable Throwable cause) {
    super("blob is damaged: " + sha256, cause);
  }
}
