package io.competitoriq.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.door.Request;
import io.competitoriq.api.sample.Samples;
import io.competitoriq.api.workspace.Installation;
import io.competitoriq.api.workspace.People;
import io.competitoriq.api.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Two workspaces with a thing of every kind in one installation: whatever anybody of the left one
/// asks, in whatever role, they are answered as the document says and learn nothing of the right
/// one.
class WorkspaceIsolationTest {

  private static final Path REPOSITORY =
      Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();

  private final Installation installation = Installation.running();
  private final ApiDocument document = ApiDocument.of(REPOSITORY);
  private final Samples samples = new Samples(document, installation);

  @Test
  void nobodyLearnsOrChangesAnythingOfTheOtherWorkspace() throws SQLException, IOException {
    try (Workspaces workspaces = new Workspaces(installation)) {
      UUID demo =
          UUID.fromString(
              workspaces.text("select id from gateway.workspace order by created_at limit 1"));
      People.removeAll(workspaces);
      UUID left = workspaces.copy(demo, 1);
      People people = People.in(workspaces, left, "left");
      UUID right = null;
      try {
        new Matrix(installation, document, people, left).seed();
        for (String row : samples.rows(left)) {
          workspaces.execute(row);
        }
        right = workspaces.copy(left, 2);
        workspaces.mark(right);
        requireMarked(People.in(workspaces, right, "right " + Workspaces.MARK));
        for (UUID each : List.of(left, right)) {
          for (String row : samples.door(each)) {
            workspaces.execute(row);
          }
        }
        requireEveryKind(workspaces.fingerprints(right), samples);
        tryAll(workspaces, people, right);
      } finally {
        workspaces.remove(left);
        if (right != null) {
          workspaces.remove(right);
        }
        People.removeAll(workspaces);
        workspaces.execute(
            "update jobs.queue_state set paused = false, draining = false where queue ="
                + " 'analysis-jobs'");
      }
    }
  }

  private void tryAll(Workspaces workspaces, People people, UUID right) throws SQLException {
    Map<String, String> before = workspaces.fingerprints(right);
    var matrix = new Matrix(installation, document, people, right);
    long begun = System.nanoTime();

    matrix.tryAll();

    System.out.printf(
        "%d cells, %d leaks, %d other faults, %d ms%n",
        matrix.cells(),
        matrix.leaks().size(),
        matrix.faults().size(),
        (System.nanoTime() - begun) / 1_000_000);
    assertThat(matrix.leaks()).isEmpty();
    assertThat(changed(before, workspaces.fingerprints(right))).isEmpty();
    assertThat(matrix.faults()).isEmpty();
  }

  /// Tables with other rows than before, but for those a service keeps up to date by itself.
  private List<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.keySet().stream()
        .filter(table -> !samples.movesByItself().contains(table))
        .filter(table -> !Objects.equals(before.get(table), after.get(table)))
        .toList();
  }

  /// What is looked for is really there: who belongs to the right workspace reads it.
  private void requireMarked(People people) throws IOException {
    for (String list : List.of("competitors", "documents", "signals", "members")) {
      var request = Request.of("GET", "/api/v1/" + list).with(people.cookie("owner"));
      assertThat(installation.door().send(request).text()).contains(Workspaces.MARK);
    }
  }

  /// Nothing leaks out of an empty table.
  private void requireEveryKind(Map<String, String> fingerprints, Samples samples) {
    List<String> empty =
        fingerprints.entrySet().stream()
            .filter(table -> table.getValue().startsWith("0 "))
            .map(Map.Entry::getKey)
            .filter(table -> !samples.mayBeEmpty().contains(table))
            .toList();
    assertThat(empty)
        .as("tables without a row: make one by a seed or a row in sample/samples.yaml")
        .isEmpty();
  }
}
