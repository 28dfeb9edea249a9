package io.competitoriq.tenancy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// A resource as a service would have it, to try tenancy and problems on.
@Path("/notes")
public class NoteResource {

  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;

  NoteResource(WorkspaceTransactions transactions, CurrentWorkspace workspace) {
    this.transactions = transactions;
    this.workspace = workspace;
  }

  /// What is posted.
  public record NewNote(@NotBlank String body) {}

  /// What is answered.
  public record NoteList(List<String> bodies) {}

  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<NoteList> list() {
    return transactions.in(workspace.id(), NoteResource::bodies).map(NoteList::new);
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  public Uni<NoteList> add(@Valid NewNote note) {
    UUID id = workspace.id();
    return transactions
        .in(id, session -> insert(session, id, note.body()).chain(() -> bodies(session)))
        .map(NoteList::new);
  }

  /// The same row twice, as two who came at once would write it.
  @POST
  @Path("/twice")
  @RolesAllowed(Roles.ANALYST)
  public Uni<Integer> twice() {
    UUID id = workspace.id();
    return transactions.in(
        id,
        session ->
            session
                .createNativeQuery(
                    "insert into note select :id, :workspace, 'x' from generate_series(1, 2)")
                .setParameter("id", id)
                .setParameter("workspace", id)
                .executeUpdate());
  }

  @GET
  @Path("/bug")
  @RolesAllowed(Roles.VIEWER)
  public Uni<String> bug() {
    return Uni.createFrom().failure(new IllegalStateException("secret detail"));
  }

  static Uni<Integer> insert(Mutiny.Session session, UUID workspaceId, String body) {
    return session
        .createNativeQuery("insert into note values (gen_random_uuid(), :workspace, :body)")
        .setParameter("workspace", workspaceId)
        .setParameter("body", body)
        .executeUpdate();
  }

  static Uni<List<String>> bodies(Mutiny.Session session) {
    return session
        .createNativeQuery("select body from note order by body", String.class)
        .getResultList();
  }
}
