package io.competitoriq.analysis.signal;

import io.competitoriq.tables.Export;
import io.competitoriq.tables.TableFormat;
import io.competitoriq.tables.Tables;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

/// The list of signals to take along.
@Path("/signals/export")
public class SignalExportResource {

  private final SignalTable table;
  private final Tables tables;
  private final CurrentWorkspace workspace;

  SignalExportResource(SignalTable table, Tables tables, CurrentWorkspace workspace) {
    this.table = table;
    this.tables = tables;
    this.workspace = workspace;
  }

  /// Newest first, by the filters of the list.
  ///
  /// @param format csv, xlsx, json or jsonl
  /// @param bom CSV begins with the mark by which Excel knows UTF-8
  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Roles.VIEWER)
  public RestMulti<byte[]> export(
      @BeanParam SignalQuery query,
      @RestQuery @DefaultValue("csv") String format,
      @RestQuery @DefaultValue("false") boolean bom) {
    UUID workspaceId = workspace.id();
    SignalFilter filter = SignalFilter.of(query, workspace.memberId());
    return tables.stream(
        new Export<>("signals", TableFormat.of(format), bom, SignalTable.COLUMNS),
        place -> table.rows(workspaceId, filter, place));
  }
}
