package io.competitoriq.gateway.auditlog;

import java.util.UUID;

/// Where a chain ends. Kept outside the database it is an anchor: a chain that was cut off or
/// written anew no longer passes through it.
public record ChainHead(UUID chain, long sequence, String hash) {

  private static final int PARTS = 3;

  /// A line of `./ciq audit head`.
  ///
  /// @throws IllegalArgumentException when it is none
  static ChainHead parse(String line) {
    String[] parts = line.strip().split(" ");
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("no head of a chain: " + line);
    }
    return new ChainHead(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }

  @Override
  public String toString() {
    return chain + " " + sequence + " " + hash;
  }
}
