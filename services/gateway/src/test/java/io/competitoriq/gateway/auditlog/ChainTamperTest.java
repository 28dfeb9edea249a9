package io.competitoriq.gateway.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody does to the trail who has all rights on the database, and that it shows.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ChainTamperTest {

  /// A hundred thousand with `-Dciq.audit.rows=100000`.
  private static final int ROWS = Integer.getInteger("ciq.audit.rows", 600);

  private static final int MIDDLE = ROWS / 2;

  @BeforeEach
  void seed() {
    Installation.empty();
    ChainedTrail.seed(ROWS);
  }

  @Test
  void anUntouchedTrailIsWhole() {
    var verdict = ChainedTrail.verify(ChainedTrail.heads());

    assertThat(verdict.printed())
        .contains("door: " + ROWS + " rows, 0 with something forgotten, whole");
    assertThat(verdict.code()).isEqualTo(VerifyTrail.WHOLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CHANGED | update audit_entry set action = 'SIGN_IN' where sequence = :n",
        "CHANGED | update audit_entry set address = '198.51.100.1' where sequence = :n",
        "CHANGED | update audit_entry set created_at = created_at + interval '1 us' where sequence"
            + " = :n",
        "CHANGED | update audit_entry set account_id = id where sequence = :n",
        "CHANGED | update audit_entry set subject = 'x' where sequence = :n",
        "CHANGED | update audit_entry set origin_salt = null where sequence = :n",
        "MISSING | delete from audit_entry where sequence = :n",
      })
  void whatWasDoneToARowShowsAtThatRow(String fault, String sql) {
    ChainedTrail.tamper(sql.replace(":n", String.valueOf(MIDDLE)));

    var verdict = ChainedTrail.verify(List.of());

    assertThat(verdict.printed()).contains("BROKEN at " + MIDDLE + ": " + fault);
    assertThat(verdict.code()).isEqualTo(VerifyTrail.BROKEN);
  }

  @Test
  void aChainThatWentWithItsWorkspaceIsNotACutOne() {
    // Given
    String workspace = Installation.fresh().workspaceId().toString();
    List<ChainHead> heads = ChainedTrail.heads();
    assertThat(heads).anyMatch(head -> head.chain().toString().equals(workspace));
    // When
    TestDatabase.execute(
        """
        truncate gateway.workspace_erasure;
        insert into gateway.workspace_erasure (workspace_id, state, asked_at, erase_after)
          values ('%1$s', 'ERASING', now(), now());
        select gateway.finish_workspace_erasure('%1$s', 'trace', now())\
        """
            .formatted(workspace));
    // Then
    var verdict = ChainedTrail.verify(heads);
    assertThat(verdict.printed()).contains(workspace + ": erased with its workspace");
    assertThat(verdict.code()).isEqualTo(VerifyTrail.WHOLE);
    ChainedTrail.tamper("delete from audit_entry where action = 'WORKSPACE_ERASED'");
    assertThat(ChainedTrail.verify(heads).code()).isEqualTo(VerifyTrail.BROKEN);
  }

  @Test
  void swappedRowsShow() {
    ChainedTrail.tamper(
        """
        update audit_entry set sequence = -1 where sequence = %1$d;
        update audit_entry set sequence = %1$d where sequence = %2$d;
        update audit_entry set sequence = %2$d where sequence = -1\
        """
            .formatted(MIDDLE, MIDDLE + 1));

    assertThat(ChainedTrail.verify(List.of()).printed())
        .contains("BROKEN at " + MIDDLE + ": CHANGED");
  }

  /// With the function that seals, so the row is whole by itself.
  @Test
  void aRowWrittenAnewAndSealedAgainShowsAtTheNext() {
    ChainedTrail.tamper(
        """
        update audit_entry e set action = f.action, hash = f.hash, origin_salt = f.origin_salt,
            origin_digest = f.origin_digest, detail_salt = f.detail_salt, detail_digest = f.detail_digest
          from (select f.* from audit_entry x join audit_entry p on p.chain = x.chain and p.sequence = x.sequence - 1,
                  lateral sealed_audit_entry(jsonb_populate_record(x, '{"action": "SIGN_IN"}'),
                    row (p.chain, p.sequence, p.hash)::audit_head) f
                where x.sequence = %d) f
         where e.id = f.id\
        """
            .formatted(MIDDLE));

    assertThat(ChainedTrail.verify(List.of()).printed())
        .contains("BROKEN at " + (MIDDLE + 1) + ": REWRITTEN");
  }

  @Test
  void anInsertedRowShows() {
    ChainedTrail.tamper(
        """
        insert into audit_entry (id, action, address, trace_id, created_at, chain, sequence, previous_hash,
            hash, origin_digest, detail_digest)
        select gen_random_uuid(), action, address, trace_id, created_at, chain, sequence + 1, hash, hash,
               origin_digest, detail_digest
          from audit_entry where sequence = %d\
        """
            .formatted(ROWS));

    assertThat(ChainedTrail.verify(List.of()).printed()).contains("INSERTED");
  }

  @Test
  void aTailCutOffShowsByTheHead() {
    ChainedTrail.tamper("delete from audit_entry where sequence > " + (ROWS - 3));

    assertThat(ChainedTrail.verify(List.of()).printed())
        .contains("BROKEN at " + (ROWS - 2) + ": CUT");
  }

  @Test
  void aTailCutOffTogetherWithItsHeadShowsByASavedHead() {
    List<ChainHead> saved = ChainedTrail.heads();
    ChainedTrail.tamper(
        """
        delete from audit_entry where sequence > %1$d;
        update audit_head h set sequence = e.sequence, hash = e.hash from audit_entry e where e.sequence = %1$d\
        """
            .formatted(ROWS - 3));

    assertThat(ChainedTrail.verify(List.of()).code()).isEqualTo(VerifyTrail.WHOLE);
    assertThat(ChainedTrail.verify(saved).printed()).contains("BROKEN at " + (ROWS - 2) + ": CUT");
  }

  @Test
  void aChainWrittenAnewFromTheStartShowsByASavedHead() {
    List<ChainHead> saved = ChainedTrail.heads();
    ChainedTrail.tamper("truncate audit_entry, audit_head");
    ChainedTrail.seed(ROWS);

    assertThat(ChainedTrail.verify(saved).printed()).contains("BROKEN at " + ROWS + ": REWRITTEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update gateway.audit_entry set action = 'SETUP'",
        "delete from gateway.audit_entry",
        "truncate gateway.audit_entry",
        "delete from gateway.audit_head",
        "truncate gateway.audit_head",
      })
  void neitherTheApplicationNorTheOwnerMayChangeIt(String sql) {
    assertThatThrownBy(() -> as("ciq_gateway", sql)).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as("ciq_migrator", sql)).hasMessageContaining("append-only");
  }

  @Test
  void theApplicationCannotChooseARowsPlace() throws SQLException {
    as(
        "ciq_gateway",
        """
        insert into gateway.audit_entry (id, action, address, trace_id, created_at, sequence, hash, previous_hash)
        values (gen_random_uuid(), 'SIGN_IN_FAILED', '::1', 't', now(), 7, 'x', 'y')\
        """);

    assertThat(TestDatabase.queryLong("select max(sequence) from gateway.audit_entry"))
        .isEqualTo(ROWS + 1);
    assertThat(ChainedTrail.verify(List.of()).code()).isEqualTo(VerifyTrail.WHOLE);
  }

  private static void as(String role, String sql) throws SQLException {
    try (var connection = TestDatabase.as(role);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
