package io.competitoriq.analysis.model;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Budgets of the language model and the ledger of its calls over HTTP, for admins.
@Path("/ai")
@RolesAllowed(Roles.ADMIN)
public class AiResource {

  private final Accounting accounting;
  private final CurrentWorkspace workspace;

  AiResource(Accounting accounting, CurrentWorkspace workspace) {
    this.accounting = accounting;
    this.workspace = workspace;
  }

  @GET
  @Path("/budgets")
  public Uni<BudgetsView> budgets() {
    return accounting.budgets(workspace.id());
  }

  @PUT
  @Path("/budgets")
  public Uni<BudgetsView> putBudgets(@NotNull @Valid PutBudgets wanted) {
    return accounting.put(workspace.id(), wanted);
  }

  /// Calls, the newest first.
  ///
  /// @param month `2026-11`
  @GET
  @Path("/usage")
  public Uni<UsagePage> usage(
      @RestQuery @Nullable String month,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return accounting.usage(
        workspace.id(),
        Optional.ofNullable(month).map(AiResource::month),
        Cursor.parse(cursor),
        Page.requireLimit(limit));
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException notOne) {
      throw Problems.badField("request-invalid", "month", "month must look like 2026-11.");
    }
  }
}
