package io.competitoriq.process.maintext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForestTest {

  private static final int HEAD = 4 + 8 + 4;

  @Test
  void aTreeAsksItsFeaturesDownToALeaf() throws IOException {
    // When
    Forest forest = read(stump(0, 1, 2));
    // Then
    assertThat(forest.score(new float[] {4})).isEqualTo(-1 + 0.25f);
    assertThat(forest.score(new float[] {5})).isEqualTo(-1 + 0.25f);
    assertThat(forest.score(new float[] {6})).isEqualTo(-1 + 0.75f);
  }

  @Test
  void aModelThatIsCutOrGoesOnIsRefused() {
    byte[] whole = stump(0, 1, 2);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
        .hasMessageContaining("goes on");
  }

  @Test
  void aModelThatNamesWhatIsNotThereIsRefused() {
    assertThatThrownBy(() -> read(stump(1, 1, 2))).hasMessageContaining("feature 1");
    assertThatThrownBy(() -> read(stump(-2, 1, 2))).hasMessageContaining("feature -2");
    assertThatThrownBy(() -> read(stump(0, 0, 2))).hasMessageContaining("node 0");
    assertThatThrownBy(() -> read(stump(0, 1, 3))).hasMessageContaining("node 3");
    assertThatThrownBy(() -> read(ByteBuffer.allocate(HEAD).putInt(Integer.MAX_VALUE).array()))
        .hasMessageContaining("number of trees");
  }

  private static Forest read(byte[] model) throws IOException {
    return Forest.read(new ByteArrayInputStream(model), 1);
  }

  /// One tree with one question: is the feature at most 5?
  private static byte[] stump(int feature, int lower, int higher) {
    ByteBuffer model = ByteBuffer.allocate(HEAD + 3 * 20).putInt(1).putDouble(-1).putInt(3);
    model.putInt(feature).putFloat(5).putInt(lower).putInt(higher).putFloat(0);
    model.putInt(-1).putFloat(0).putInt(0).putInt(0).putFloat(0.25f);
    model.putInt(-1).putFloat(0).putInt(0).putInt(0).putFloat(0.75f);
    return model.array();
  }
}
