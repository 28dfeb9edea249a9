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
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Budgets of the language model and the ledger of its calls over HTTP, for admins.
@Path("/ai")
@RolesAllowed(Roles.ADMIN)
public class AiResource {

  private final Accounting accounting;
  private final AiStates states;
  private final ModelSwitches switches;
  private final UsageExport export;
  private final CurrentWorkspace workspace;
  private final Clock clock;

  AiResource(
      Accounting accounting,
      AiStates states,
      ModelSwitches switches,
      UsageExport export,
      CurrentWorkspace workspace,
      Clock clock) {
    this.accounting = accounting;
    this.states = states;
    this.switches = switches;
    this.export = export;
    this.workspace = workspace;
    this.clock = clock;
  }

  /// How the model is doing.
  @GET
  @Path("/state")
  public Uni<AiState> state() {
    return states.of(workspace.id());
  }

  /// The master switch; off, nothing is asked for this workspace from now on.
  @PUT
  @Path("/switch")
  public Uni<AiState> flip(@NotNull @Valid Switch wanted) {
    UUID id = workspace.id();
    return switches.put(id, workspace.memberId(), wanted.enabled()).chain(() -> states.of(id));
  }

  /// @param enabled whether models may be asked
  public record Switch(@NotNull Boolean enabled) {}

  @GET
  @Path("/budgets")
  public Uni<BudgetsView> budgets() {
    return accounting.budgets(workspace.id());
  }

  @PUT
  @Path("/budgets")
  public Uni<BudgetsView> putBudgets(@NotNull @Valid PutBudgets wanted) {
    return accounting.put(workspace.id(), workspace.memberId(), wanted);
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

  /// The calls of a month, the running one by default, as CSV.
  @GET
  @Path("/usage/export")
  @Produces("text/csv;charset=UTF-8")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<RestResponse<String>> export(@RestQuery @Nullable String month) {
    YearMonth wanted =
        month == null ? YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)) : month(month);
    return export
        .of(workspace.id(), wanted)
        .map(
            csv ->
                RestResponse.ResponseBuilder.ok(csv)
                    .header(
                        "Content-Disposition",
                        "attachment; filename=\"ai-usage-" + wanted + ".csv\"")
                    .build());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException notOne) {
      throw Problems.badField("request-invalid", "month", "month must look like 2026-11.");
    }
  }
}
