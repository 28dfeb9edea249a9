package io.competitoriq.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.sample.Samples;
import io.competitoriq.api.statement.StatementCount;
import io.competitoriq.api.workspace.Installation;
import io.competitoriq.api.workspace.Playground;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// However long a list is, it costs a handful of statements, those of all services that have a part
/// in it and of the session's check together.
class StatementsTest {

  private static final int MOST = 4;

  /// The page of a competitor is no list: each service is asked once, for several lists.
  private static final int MOST_OF_A_COMPETITOR = 10;

  private final Installation installation = Installation.running();
  private final ApiDocument document =
      ApiDocument.of(Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize());

  @Test
  void noListAsksForMoreThanFourStatements() throws SQLException, IOException {
    List<String> tooMany = new ArrayList<>();
    int lists = 0;
    try (var playground = new Playground(installation, document);
        var count = new StatementCount(installation)) {
      var samples = new Samples(document, installation);
      for (Operation operation : document.operations()) {
        int most = most(operation);
        if (most > 0) {
          var request =
              samples.request(operation, playground.workspace()).with(playground.cookie());
          var asked = count.of(request, most);
          System.out.printf(
              "%2d statements %d %s%n",
              asked.statements(), asked.answer().status(), operation.path());
          lists += asked.answer().succeeded() ? 1 : 0;
          if (asked.statements() > most) {
            tooMany.add(operation + ": " + String.join("\n    ", asked.texts()));
          }
        }
      }
    }
    assertThat(tooMany).isEmpty();
    assertThat(lists).isGreaterThan(45);
  }

  private int most(Operation operation) {
    if (operation.id().equals("getCompetitorOverview")) {
      return MOST_OF_A_COMPETITOR;
    }
    boolean facets = operation.id().equals("countSignals");
    return (document.lists(operation) || facets) && !operation.open() ? MOST : 0;
  }
}
