package io.competitoriq.process.maintext;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The trained model. `main-text-model.md` beside its file says what it was trained on and how.
final class MainTextModel {

  static final Forest FOREST = read("main-text-model.bin");

  private MainTextModel() {}

  private static Forest read(String name) {
    try (InputStream file = MainTextModel.class.getResourceAsStream(name)) {
      byte[] model = Objects.requireNonNull(file, name).readAllBytes();
      return Forest.read(new ByteArrayInputStream(model), Features.COUNT);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
