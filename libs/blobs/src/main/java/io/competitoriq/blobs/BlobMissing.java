package io.competitoriq.blobs;

/// No body of this hash was ever stored, or a restore left it out.
public final class BlobMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BlobMissing(String sha256) {
    super("no blob " + sha256);
  }
}
