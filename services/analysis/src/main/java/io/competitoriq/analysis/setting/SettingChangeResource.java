package io.competitoriq.analysis.setting;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Who changed which setting, for admins.
@Path("/setting-changes")
@RolesAllowed(Roles.ADMIN)
public class SettingChangeResource {

  private final SettingChanges changes;
  private final CurrentWorkspace workspace;

  SettingChangeResource(SettingChanges changes, CurrentWorkspace workspace) {
    this.changes = changes;
    this.workspace = workspace;
  }

  /// Newest first.
  @GET
  public Uni<Page<SettingChanges.View>> list(
      @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") int limit) {
    return changes.list(workspace.id(), Cursor.parse(cursor), Page.requireLimit(limit));
  }
}
