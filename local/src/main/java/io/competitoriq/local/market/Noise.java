package io.competitoriq.local.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/// What differs on every response although nothing has happened.
final class Noise {

  private final RandomGenerator random;
  private final Instant now;

  Noise(RandomGenerator random, Instant now) {
    this.random = random;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  int viewers() {
    return random.nextInt(3, 97);
  }

  /// A random id, e.g. of a session, a build or a nonce.
  String id(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  <T> List<T> shuffled(List<T> items) {
    List<T> copy = new ArrayList<>(items);
    for (int i = copy.size() - 1; i > 0; i--) {
      T moved = copy.get(i);
      int j = random.nextInt(i + 1);
      copy.set(i, copy.get(j));
      copy.set(j, moved);
    }
    return copy;
  }
}
