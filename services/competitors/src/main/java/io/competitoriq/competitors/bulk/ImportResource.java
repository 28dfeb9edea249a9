package io.competitoriq.competitors.bulk;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// `/imports`: competitors and sources from a list, the whole workspace at once.
@Path("/imports")
@RolesAllowed(Roles.ANALYST)
public class ImportResource {

  private final CurrentWorkspace workspace;
  private final WorkspaceImport imports;

  ImportResource(CurrentWorkspace workspace, WorkspaceImport imports) {
    this.workspace = workspace;
    this.imports = imports;
  }

  /// A list as JSON.
  public record ImportEntries(
      @NotNull @Size(min = 1, max = WorkspaceImport.MOST_LINES)
          List<@NotNull @Valid ImportEntry> entries) {}

  /// What to watch; what is null is seen from the address.
  ///
  /// @param interval ISO 8601
  /// @param competitor whose it is: a domain or an address
  /// @param name of the competitor, should it be new
  public record ImportEntry(
      @NotBlank @Size(max = 2000) String url,
      @Nullable @Size(max = 20) String kind,
      @Nullable @Size(max = 20) String collector,
      @Nullable @Size(max = 200) String title,
      @Nullable @Size(max = 40) String interval,
      @Nullable @Size(max = 2000) String competitor,
      @Nullable @Size(max = 200) String name) {

    Entry numbered(int number) {
      return new Entry(
          number,
          url,
          said(kind),
          said(collector),
          said(title),
          said(interval),
          said(competitor),
          said(name));
    }

    private static String said(@Nullable String text) {
      return text == null ? "" : text.strip();
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<ImportResult> entries(
      @RestQuery @DefaultValue("false") boolean dryRun, @NotNull @Valid ImportEntries list) {
    List<ImportEntry> entries = list.entries();
    return imports.add(
        workspace.id(),
        IntStream.range(0, entries.size()).mapToObj(i -> entries.get(i).numbered(i + 1)).toList(),
        dryRun);
  }

  @POST
  @Consumes("text/csv")
  public Uni<ImportResult> csv(
      @RestQuery @DefaultValue("false") boolean dryRun, @NotBlank String text) {
    return imports.add(workspace.id(), text, ListFormat.CSV, dryRun);
  }

  @POST
  @Consumes("text/x-opml")
  public Uni<ImportResult> opml(
      @RestQuery @DefaultValue("false") boolean dryRun, @NotBlank String text) {
    return imports.add(workspace.id(), text, ListFormat.OPML, dryRun);
  }

  /// One address per line.
  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  public Uni<ImportResult> urls(
      @RestQuery @DefaultValue("false") boolean dryRun, @NotBlank String text) {
    return imports.add(workspace.id(), text, ListFormat.URLS, dryRun);
  }
}
