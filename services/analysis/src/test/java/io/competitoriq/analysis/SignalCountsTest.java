package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Signals are counted once until one changes, whoever changes it.
@QuarkusTest
@WithEmbeddedServers("analysis")
class SignalCountsTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  SignalCountsTest(Service service) {
    this.service = service;
  }

  @Test
  void everyChangeIsCounted() {
    // Given
    service.raise(workspace, proRaised("Pricing"));
    assertThat(counted("triage.NEW")).isEqualTo(1);
    // When / Then: one is added, one is changed, all are gone
    service.raise(workspace, proRaised("Pricing"));
    assertThat(counted("triage.NEW")).isEqualTo(2);
    execute("update analysis.signal set triage = 'SAVED' where workspace_id = '%s'");
    assertThat(counted("triage.SAVED")).isEqualTo(2);
    execute("update analysis.signal set story_id = null where workspace_id = '%s'");
    for (String table :
        List.of(
            "evidence",
            "assessment",
            "signal_move",
            "signal_mark",
            "story_tie",
            "story",
            "signal")) {
      execute("delete from analysis." + table + " where workspace_id = '%s'");
    }
    assertThat(counted("triage.SAVED")).isNull();
  }

  @Test
  void whomACommentNamesChangesNoSignalAndIsCounted() {
    // Given
    String id = service.raise(workspace, proRaised("Pricing")).getString("id");
    UUID named = UUID.randomUUID();
    assertThat(counted("triage.NEW", "?mentioned=" + named)).isNull();
    // When / Then: somebody is named, and no more
    service
        .as(workspace, "analyst")
        .body(Map.of("body", "Have a look @Mia", "mentions", List.of(named)))
        .post("/signals/" + id + "/comments")
        .then()
        .statusCode(201);
    assertThat(counted("triage.NEW", "?mentioned=" + named)).isEqualTo(1);
    execute("delete from analysis.signal_comment where workspace_id = '%s'");
    assertThat(counted("triage.NEW", "?mentioned=" + named)).isNull();
  }

  @Test
  void revisionsSummedUpAreTheSame() {
    // Given
    service.raise(workspace, proRaised("Pricing"));
    service.raise(workspace, proRaised("Pricing"));
    long before = revision();
    // When
    TestDatabase.execute("select analysis.sum_up_signal_revisions()");
    // Then
    assertThat(revision()).isEqualTo(before).isGreaterThanOrEqualTo(2);
    assertThat(TestDatabase.queryLong("select count(*)" + ofRevisions())).isEqualTo(1);
  }

  @Test
  void wordsOfManySignalsAreNotLookedUpOneByOne() {
    // Given
    String id = service.raise(workspace, proRaised("Pricing")).getString("id");
    // When / Then
    assertThat(containing("array['%PRO%', '%raised%'], 500")).isEqualTo("{" + id + "}");
    assertThat(containing("array['%nobody says so%'], 500")).isEqualTo("{}");
    assertThat(containing("array['%raised%'], 0")).isNull();
    assertThat(containing("array['%ro%'], 500")).isNull();
  }

  private @Nullable Object containing(String arguments) {
    return TestDatabase.queryOne(
        "select analysis.signals_containing(%s)::text from set_config('ciq.workspace', '%s', false)"
            .formatted(arguments, workspace));
  }

  private @Nullable Integer counted(String path) {
    return counted(path, "");
  }

  private @Nullable Integer counted(String path, String query) {
    return service
        .as(workspace, "viewer")
        .get("/signals/counts" + query)
        .then()
        .statusCode(200)
        .extract()
        .path(path);
  }

  private long revision() {
    return TestDatabase.queryLong("select sum(changes)" + ofRevisions());
  }

  private String ofRevisions() {
    return " from analysis.signal_revision where workspace_id = '" + workspace + "'";
  }

  private void execute(String sql) {
    TestDatabase.execute(sql.formatted(workspace));
  }
}
