package io.competitoriq.analysis.story;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// Keys under which near texts find each other without comparing all with all: MinHash signatures
/// cut into bands (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Of
/// two texts that share half of their shingles 99 in 100 share a band.
final class Bands {

  private static final int BANDS = 16;
  private static final int ROWS = 2;
  private static final int FEWEST = 12;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Bands() {}

  /// None for a text too short to say anything.
  static Set<String> of(int[] shingles) {
    Set<String> bands = new TreeSet<>();
    if (shingles.length < FEWEST) {
      return bands;
    }
    for (int band = 0; band < BANDS; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = key * 31 + least(shingles, band * ROWS + row + 1L);
      }
      bands.add(Fingerprint.BAND + band + ":" + Long.toHexString(key));
    }
    return bands;
  }

  private static long least(int[] shingles, long seed) {
    return Arrays.stream(shingles).mapToLong(each -> mixed(each + seed * GOLDEN)).min().orElse(0);
  }

  /// The finalizer of SplitMix64.
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
