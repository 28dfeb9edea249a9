package io.competitoriq.process.content;

import io.competitoriq.process.noise.Volatile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Names the blocks of one page: the same text under the same headings has the same id in every
/// version of the page, and what always differs says nothing.
final class BlockIds {

  private static final int SHINGLE_WORDS = 8;

  /// Its first words are masked, and a block may be a megabyte.
  private static final int LONGEST_BEGINNING = 2_000;

  private static final int ID_BYTES = 8;
  private static final int SLOT_BYTES = 6;

  private final Map<List<String>, String> paths = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  String next(RawBlock block) {
    String path = paths.computeIfAbsent(block.path(), BlockIds::masked);
    String text = block.text();
    String beginning =
        text.length() > LONGEST_BEGINNING ? text.substring(0, LONGEST_BEGINNING) : text;
    String shingle =
        Arrays.stream(Volatile.masked(beginning).split(" "))
            .limit(SHINGLE_WORDS)
            .collect(Collectors.joining(" "));
    String id = hash(path + "\n\n" + shingle, ID_BYTES);
    int nth = seen.merge(id, 1, Integer::sum);
    return nth == 1 ? id : id + "-" + nth;
  }

  String slot(RawBlock block) {
    return hash(block.slot(), SLOT_BYTES);
  }

  private static String masked(List<String> path) {
    return path.stream().map(Volatile::masked).collect(Collectors.joining("\n"));
  }

  private static String hash(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
