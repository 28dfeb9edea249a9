package io.competitoriq.blobs;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/// An immutable, content-addressed store of bodies.
///
/// Not part of the caller's transaction: a body is stored before the row that names it, and one
/// whose row never came is harmless. The row has a day to come: a body that was put or touched
/// within it never goes. Items arrive on the Vert.x context of the caller.
public interface BlobStore {

  /// Stores the body unless it is there already.
  ///
  /// @return the SHA-256 of the uncompressed bytes, 64 lower-case hexadecimal digits
  Uni<String> put(byte[] body);

  /// Keeps a body that is known by its hash for another row, as [#put] would, from within the
  /// transaction that adds the row.
  ///
  /// @return whether the body is there
  Uni<Boolean> touch(Mutiny.Session tx, String sha256);

  /// The body of that hash. Fails with [BlobMissing] when there is none, with [BlobDamaged] when
  /// what is stored is no longer what was put.
  Uni<byte[]> get(String sha256);
}
