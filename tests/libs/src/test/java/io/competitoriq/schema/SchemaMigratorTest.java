package io.competitoriq.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// The database of this test was migrated before it began.
@QuarkusTest
@WithEmbeddedServers("crawl")
class SchemaMigratorTest {

  @Test
  void anIndexCanBeBuiltWhileOthersWrite() {
    // Its migration waits for ever where the migrator's own lock is a transaction.
    assertThat(
            TestDatabase.queryOne(
                "select indisvalid from pg_index where indexrelid = 'crawl.note_of_workspace'::regclass"))
        .isEqualTo(true);
  }
}
