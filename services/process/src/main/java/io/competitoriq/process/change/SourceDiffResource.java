package io.competitoriq.process.change;

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
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// `/sources/{id}/diff`: what differs between two versions of a source.
@Path("/sources/{id}/diff")
@RolesAllowed(Roles.VIEWER)
public class SourceDiffResource {

  static final String LAST_SEEN = "last-seen";
  static final String LATEST = "latest";

  private final Diffs diffs;
  private final SeenMarks marks;
  private final CurrentWorkspace workspace;

  SourceDiffResource(Diffs diffs, SeenMarks marks, CurrentWorkspace workspace) {
    this.diffs = diffs;
    this.marks = marks;
    this.workspace = workspace;
  }

  /// @param from a document, or `last-seen`: where the caller looked last, else the oldest known
  /// @param to a document, or `latest`
  @GET
  public Uni<SourceDiff> diff(
      @RestPath UUID id,
      @RestQuery @DefaultValue(LAST_SEEN) String from,
      @RestQuery @DefaultValue(LATEST) String to) {
    return diffs.of(
        workspace.id(),
        workspace.memberId(),
        id,
        version("from", from, LAST_SEEN),
        version("to", to, LATEST));
  }

  /// Remembers for the caller that this version was looked at.
  @PUT
  @Path("/last-seen")
  public Uni<SourceDiff.Mark> seen(@RestPath UUID id, @NotNull @Valid Seen seen) {
    return marks.set(workspace.id(), workspace.memberId(), id, seen.documentId());
  }

  private static Optional<UUID> version(String name, String value, String word) {
    if (value.equals(word)) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(value));
    } catch (IllegalArgumentException unknown) {
      throw Problems.badField(
          "invalid-version", name, "Name the id of a document, or " + word + ".");
    }
  }

  /// A version that was looked at.
  public record Seen(@NotNull UUID documentId) {}
}
