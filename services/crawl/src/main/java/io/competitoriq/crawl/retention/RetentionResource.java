package io.competitoriq.crawl.retention;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// How long the workspace keeps the bodies of its evidence.
@Path("/retention")
@RolesAllowed(Roles.ADMIN)
public class RetentionResource {
  private final Retention retention;
  private final Holds holds;
  private final Preview preview;
  private final CurrentWorkspace workspace;

  RetentionResource(Retention retention, Holds holds, Preview preview, CurrentWorkspace workspace) {
    this.retention = retention;
    this.holds = holds;
    this.preview = preview;
    this.workspace = workspace;
  }

  /// The rule for all sources that have none of their own.
  @GET
  public Uni<RuleView> get() {
    return retention.get(workspace.id());
  }

  @PUT
  public Uni<RuleView> put(@NotNull @Valid Rule rule) {
    return retention.put(workspace.id(), workspace.memberId(), rule);
  }

  /// What would go now; changes nothing.
  ///
  /// @param rule one to try in place of the workspace's; none: the rules that hold
  @POST
  @Path("/preview")
  public Uni<PreviewView> preview(@Nullable @Valid Rule rule) {
    return preview.of(workspace.id(), Optional.ofNullable(rule));
  }

  /// What is on hold, the newest first.
  ///
  /// @param lifted true: also what was
  @GET
  @Path("/holds")
  public Uni<Page<HoldView>> holds(
      @RestQuery @DefaultValue("false") boolean lifted,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return holds.list(workspace.id(), lifted, Cursor.parse(cursor), Page.requireLimit(limit));
  }
}
