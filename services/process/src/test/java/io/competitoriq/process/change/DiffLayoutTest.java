package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.process.change.DiffView.HunkView;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.ignore.Ignoring;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiffLayoutTest {

  @Test
  void aPageThatWasWrittenAnewIsShownWhole() {
    DiffLayout.Layout layout = DiffLayout.of(rewritten(6_000));

    assertThat(layout.truncated()).isFalse();
    assertThat(layout.totalLines()).isEqualTo(12_000);
    assertThat(lines(layout)).isEqualTo(12_000);
  }

  @Test
  void oneHunkThatIsTooLongIsCutAndNotLeftOut() {
    DiffLayout.Layout layout = DiffLayout.of(rewritten(11_000));

    assertThat(layout.truncated()).isTrue();
    assertThat(layout.totalLines()).isEqualTo(22_000);
    assertThat(lines(layout)).isEqualTo(20_000);
  }

  private static int lines(DiffLayout.Layout layout) {
    return layout.hunks().stream().map(HunkView::lines).mapToInt(List::size).sum();
  }

  /// @param lines of each version, none of which is in the other
  private static VersionPair rewritten(int lines) {
    return new VersionPair(
        version("before", lines),
        version("after", lines),
        false,
        List.of(),
        Set.of(),
        Ignoring.nothing());
  }

  private static Version version(String word, int lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String text = "Customers are told in line " + letters(i) + " what holds " + word + " today.";
      blocks.add(
          new Block(
              word + i,
              List.of("Terms"),
              BlockKind.PARAGRAPH,
              text,
              0,
              text.length(),
              Region.MAIN,
              "s" + i,
              true));
    }
    return new Version(
        UUID.randomUUID(),
        UUID.randomUUID(),
        URI.create("https://site.invalid/terms"),
        Instant.EPOCH,
        1,
        "",
        blocks);
  }

  /// Numbers are no words to whoever compares, letters are.
  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int left = number; letters.length() < 4; left /= 26) {
      letters.append((char) ('a' + left % 26));
    }
    return letters.toString();
  }
}
