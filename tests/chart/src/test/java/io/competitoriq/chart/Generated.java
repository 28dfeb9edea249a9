package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files made from others, which `-Dchart.write=true` makes anew.
final class Generated {

  private static final boolean WRITE = Boolean.getBoolean("chart.write");

  private Generated() {}

  /// The file is what its sources make of it.
  static void hold(Path file, String wanted) {
    if (WRITE) {
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, wanted);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
    assertThat(file).exists();
    assertThat(Chart.text(file))
        .as("%s: run tests/chart with -Dchart.write=true", Chart.root().relativize(file))
        .isEqualTo(wanted);
  }

  /// What is below a marker is; what stands above is somebody's.
  static void hold(Path file, String marker, String wanted) {
    String text = Chart.text(file);
    assertThat(text).contains(marker);
    hold(file, text.substring(0, text.indexOf(marker) + marker.length()) + wanted);
  }
}
