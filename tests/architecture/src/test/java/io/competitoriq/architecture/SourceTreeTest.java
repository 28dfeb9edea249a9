package io.competitoriq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourceTreeTest {

  private static final int MOST_LINES = 300;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @Test
  void noFileIsLongerThanAReaderHolds() {
    List<Path> tooLong =
        SourceTree.filesEndingWith(".java", ".ts", ".tsx").stream()
            .filter(file -> !file.toString().contains(".gen."))
            .filter(file -> SourceTree.read(file).lines().count() > MOST_LINES)
            .toList();

    assertThat(tooLong).as("files over %d lines", MOST_LINES).isEmpty();
  }

  @Test
  void everyPackageOfTheCodeSaysWhatItIsAndIsNullMarked() {
    List<Path> silent =
        SourceTree.filesEndingWith(".java").stream()
            .filter(file -> file.toString().contains("/src/main/java/"))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void everyLinkInTheDocumentsLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path document : SourceTree.filesEndingWith(".md")) {
      LINK.matcher(SourceTree.read(document))
          .results()
          .map(match -> match.group(1))
          .filter(link -> !link.contains(":") && !link.startsWith("#"))
          .filter(link -> !Files.exists(document.resolveSibling(link.replaceAll("#.*", ""))))
          .forEach(link -> broken.add(SourceTree.root().relativize(document) + " -> " + link));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void theWalkthroughLinksEveryStationOfTheData() {
    String walkthrough = SourceTree.read(SourceTree.root().resolve("docs/walkthrough.md"));

    assertThat(walkthrough)
        .contains(
            "DiscoverSourcesHandler.java",
            "DueSourceScheduler.java",
            "CollectSourceHandler.java",
            "ProcessSnapshotHandler.java",
            "RaiseSignalHandler.java",
            "AssessSignalHandler.java");
  }

  @Test
  void nothingUnfinishedIsLeftInTheCode() {
    Pattern unfinished = Pattern.compile("TODO|FIXME|XXX");
    List<Path> left =
        SourceTree.filesEndingWith(".java", ".ts", ".tsx", ".sql", ".lua").stream()
            .filter(file -> !file.endsWith("SourceTreeTest.java"))
            .filter(file -> unfinished.matcher(SourceTree.read(file)).find())
            .toList();

    assertThat(left).isEmpty();
  }

  private static boolean isNullMarked(Path packageInfo) {
    return Files.exists(packageInfo) && SourceTree.read(packageInfo).contains("@NullMarked");
  }
}
