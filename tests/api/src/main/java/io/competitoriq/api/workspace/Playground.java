package io.competitoriq.api.workspace;

import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.sample.Samples;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// A copy of the demo's workspace in which anything may be broken, with somebody who may do
/// everything. It is gone afterwards, and the queues are as they were.
public final class Playground implements AutoCloseable {

  private final Workspaces workspaces;
  private final UUID workspace;
  private final String cookie;
  private final String queues;

  public Playground(Installation installation, ApiDocument document)
      throws SQLException, IOException {
    workspaces = new Workspaces(installation);
    queues =
        workspaces.text("select coalesce(jsonb_agg(to_jsonb(q)), '[]') from jobs.queue_state q");
    UUID demo =
        UUID.fromString(
            workspaces.text("select id from gateway.workspace order by created_at limit 1"));
    People.removeAll(workspaces);
    workspace = workspaces.copy(demo, 1);
    cookie = People.in(workspaces, workspace, "play").cookie("owner");
    workspaces.execute(
        "update gateway.account set queue_admin = true where email like 'play-owner@%'");
    seed(installation, document);
  }

  public UUID workspace() {
    return workspace;
  }

  /// Of its owner, who is a queue admin as well.
  public String cookie() {
    return cookie;
  }

  private void seed(Installation installation, ApiDocument document)
      throws SQLException, IOException {
    Samples samples = new Samples(document, installation);
    Map<String, Operation> operations = new HashMap<>();
    document.operations().forEach(operation -> operations.put(operation.id(), operation));
    for (String id : samples.seeds()) {
      Operation operation = operations.get(id);
      if (operation != null) {
        samples.forget();
        installation.door().send(samples.request(operation, workspace).with(cookie));
      }
    }
    for (String row : samples.rows(workspace)) {
      workspaces.execute(row);
    }
  }

  @Override
  public void close() throws SQLException {
    workspaces.remove(workspace);
    People.removeAll(workspaces);
    workspaces.execute(
        """
        update jobs.queue_state q set paused = o.paused, draining = o.draining, settings = o.settings
          from jsonb_populate_recordset(null::jobs.queue_state, '%s') o where o.queue = q.queue\
        """
            .formatted(queues.replace("'", "''")));
    workspaces.close();
  }
}
