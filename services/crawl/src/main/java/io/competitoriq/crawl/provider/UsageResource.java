package io.competitoriq.crawl.provider;

import io.competitoriq.crawl.provider.UsageRepository.Scope;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The ledger of calls to providers over HTTP.
@Path("/provider-usage")
@RolesAllowed(Roles.VIEWER)
public class UsageResource {
  private final Providers providers;
  private final CurrentWorkspace workspace;

  UsageResource(Providers providers, CurrentWorkspace workspace) {
    this.providers = providers;
    this.workspace = workspace;
  }

  /// Calls, the newest first.
  ///
  /// @param month `2026-11`
  @GET
  public Uni<UsagePage> list(
      @RestQuery @Nullable String provider,
      @RestQuery @Nullable UUID sourceId,
      @RestQuery @Nullable String month,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    Scope scope =
        new Scope(
            Optional.ofNullable(provider).map(Provider::ofPath),
            Optional.ofNullable(sourceId),
            Optional.ofNullable(month).map(UsageResource::firstDay));
    return providers.usage(workspace.id(), scope, Cursor.parse(cursor), Page.requireLimit(limit));
  }

  private static LocalDate firstDay(String month) {
    try {
      return YearMonth.parse(month).atDay(1);
    } catch (DateTimeException notOne) {
      throw Problems.badField("request-invalid", "month", "month must look like 2026-11.");
    }
  }
}
