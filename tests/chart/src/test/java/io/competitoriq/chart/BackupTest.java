package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who backs the database up, looks after the backups and rehearses a restore.
class BackupTest {

  private final Chart.Manifests prod = Chart.render(Environment.PROD);

  @Test
  void aServerOfYourOwnIsBackedUpVerifiedAndRehearsed() {
    assertThat(prod.ofKind("CronJob").stream().map(BackupTest::line))
        .containsExactlyInAnyOrder(
            "competitoriq-backup-full: 30 1 * * 0: pgbackrest --type=full backup",
            "competitoriq-backup-diff: 30 1 * * 1-6: pgbackrest --type=diff backup",
            "competitoriq-backup-verify: 30 4 * * *: ./verify.sh",
            "competitoriq-restore-rehearsal: 0 6 * * 0: ./rehearse.sh --folder /scratch");
  }

  @Test
  void whatTheJobsRunIsInTheirImage() {
    String image = Chart.text(Chart.root().resolve("deploy/recovery/Dockerfile"));
    assertThat(image).contains("deploy/recovery/*.sh").contains("check.sql");
    for (ObjectNode job : prod.ofKind("CronJob")) {
      String command = container(job).at("/command/0").asText();
      if (command.startsWith("./")) {
        assertThat(Chart.root().resolve("deploy/recovery").resolve(command.substring(2)))
            .isExecutable();
      }
    }
  }

  @Test
  void twoAtOnceNeverRun() {
    assertThat(prod.ofKind("CronJob"))
        .allSatisfy(
            job -> {
              assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
              assertThat(job.at("/spec/timeZone").asText()).isEqualTo("Etc/UTC");
            });
  }

  @Test
  void thePassphraseAndTheLoginComeByReference() {
    for (ObjectNode job : prod.ofKind("CronJob")) {
      for (String name :
          List.of(
              "PGBACKREST_REPO1_CIPHER_PASS",
              "PGBACKREST_REPO1_S3_KEY",
              "PGBACKREST_REPO1_S3_KEY_SECRET")) {
        JsonNode entry = variable(job, name);
        assertThat(entry.has("value")).isFalse();
        assertThat(entry.at("/valueFrom/secretKeyRef/name").asText())
            .isEqualTo("competitoriq-backup");
      }
    }
  }

  /// A rehearsal that could reach the server might restore over it.
  @ParameterizedTest
  @ValueSource(strings = {"competitoriq-restore-rehearsal", "competitoriq-backup-verify"})
  void whoOnlyReadsTheRepositoryDoesNotKnowTheServer(String name) {
    ObjectNode job = prod.one("CronJob", name);

    assertThat(container(job).path("env").findValuesAsText("name"))
        .noneMatch(variable -> variable.startsWith("PGBACKREST_PG1_"));
    assertThat(pod(job).path("volumes").findValuesAsText("name")).doesNotContain("tls");
  }

  @Test
  void backupsKnowTheServerByItsCertificate() {
    ObjectNode job = prod.one("CronJob", "competitoriq-backup-full");

    assertThat(variable(job, "PGBACKREST_PG1_HOST").path("value").asText()).isEqualTo("postgresql");
    assertThat(variable(job, "PGBACKREST_PG1_HOST_TYPE").path("value").asText()).isEqualTo("tls");
    assertThat(pod(job).at("/volumes/1/secret/defaultMode").asInt()).isEqualTo(0440);
  }

  @Test
  void aRehearsalHasRoomForACopyThatGoesWithIt() {
    JsonNode volume =
        pod(prod.one("CronJob", "competitoriq-restore-rehearsal")).at("/volumes/1/ephemeral");

    assertThat(volume.at("/volumeClaimTemplate/spec/resources/requests/storage").asText())
        .isEqualTo("20Gi");
  }

  @Test
  void aCloudNativeClusterHasADailyBackupOfItsOwnKind() {
    var manifests =
        Chart.render(
            Environment.PROD, Map.of("backup.engine", "cnpg", "backup.cnpg.cluster", "main"));

    assertThat(manifests.ofKind("CronJob")).isEmpty();
    JsonNode spec = manifests.one("ScheduledBackup", "competitoriq-backup").path("spec");
    assertThat(spec.at("/cluster/name").asText()).isEqualTo("main");
    assertThat(spec.path("schedule").asText()).isEqualTo("0 0 2 * * *");
    assertThat(spec.at("/pluginConfiguration/name").asText())
        .isEqualTo("barman-cloud.cloudnative-pg.io");
  }

  /// A server that believes in turning disks reads whole tables where an index would do; and the
  /// one that is restored must plan as the one that was lost.
  @ParameterizedTest
  @ValueSource(strings = {"cluster", "restore"})
  void aCloudNativeClusterIsSetForSolidStateStorage(String file) {
    var cluster =
        Chart.Manifests.parsed(
                Chart.text(Chart.root().resolve("deploy/recovery/cnpg/" + file + ".yaml")))
            .ofKind("Cluster")
            .getFirst();

    JsonNode parameters = cluster.at("/spec/postgresql/parameters");
    assertThat(parameters.path("random_page_cost").asText()).isEqualTo("1.1");
    assertThat(parameters.path("max_connections").asText()).isEqualTo("400");
    assertThat(parameters.path("archive_timeout").asText()).isEqualTo("60s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rds", "none"})
  void othersNeedNothingOfUs(String engine) {
    var manifests = Chart.render(Environment.STAGING, Map.of("backup.engine", engine));

    assertThat(manifests.ofKind("CronJob")).isEmpty();
    assertThat(manifests.has("NetworkPolicy", "competitoriq-recovery")).isFalse();
  }

  private static JsonNode pod(ObjectNode job) {
    return job.at("/spec/jobTemplate/spec/template/spec");
  }

  private static JsonNode container(ObjectNode job) {
    return pod(job).at("/containers/0");
  }

  private static JsonNode variable(ObjectNode job, String name) {
    return container(job)
        .path("env")
        .valueStream()
        .filter(entry -> entry.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /// Its name, when it runs and what.
  private static String line(ObjectNode job) {
    return "%s: %s: %s"
        .formatted(
            Chart.Manifests.nameOf(job),
            job.at("/spec/schedule").asText(),
            container(job)
                .path("command")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(" ")));
  }
}
