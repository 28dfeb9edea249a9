package io.competitoriq.analysis.ask;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Questions and their answers. Whoever may read may ask: nothing is told that they cannot see.
@Path("/ask")
public class AskResource {

  private final Asking asking;
  private final Questions questions;
  private final CurrentWorkspace workspace;
  private final SecurityIdentity identity;
  private final Clock clock;

  AskResource(
      Asking asking,
      Questions questions,
      CurrentWorkspace workspace,
      SecurityIdentity identity,
      Clock clock) {
    this.asking = asking;
    this.questions = questions;
    this.workspace = workspace;
    this.identity = identity;
    this.clock = clock;
  }

  /// Answered from extracts at once; with a model, `modelState` is PENDING and its words come
  /// later.
  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.VIEWER)
  public Uni<AnswerView> ask(@Valid @NotNull Asked asked) {
    return asking
        .ask(workspace.id(), workspace.memberId(), asked, null)
        .map(row -> AnswerView.of(row, FeedbackRows.Tally.NONE, reader()));
  }

  /// Newest first.
  ///
  /// @param mine true: only what the reader asked
  @GET
  @RolesAllowed(Roles.VIEWER)
  public Uni<Page<AskedHead>> list(
      @RestQuery @DefaultValue("false") boolean mine,
      @RestQuery @Nullable UUID conversationId,
      @RestQuery @Nullable String cursor,
      @RestQuery @DefaultValue("50") int limit) {
    return questions.list(
        workspace.id(),
        mine ? workspace.memberId() : null,
        conversationId,
        Cursor.parse(cursor),
        Page.requireLimit(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<AnswerView> get(@RestPath UUID id) {
    return questions.get(workspace.id(), id, reader());
  }

  /// The same question as of now; the old answer stays.
  @POST
  @Path("/{id}/again")
  @ResponseStatus(201)
  @RolesAllowed(Roles.VIEWER)
  public Uni<AnswerView> again(@RestPath UUID id) {
    UUID memberId = workspace.memberId();
    UUID workspaceId = workspace.id();
    return questions
        .asked(workspaceId, id)
        .chain(asked -> asking.ask(workspaceId, memberId, asked, id))
        .map(row -> AnswerView.of(row, FeedbackRows.Tally.NONE, reader()));
  }

  /// What the reader thinks of the answer; the last word counts.
  @PUT
  @Path("/{id}/feedback")
  @RolesAllowed(Roles.VIEWER)
  public Uni<AnswerView> rate(@RestPath UUID id, @Valid @NotNull Rating rating) {
    String note = rating.note() == null ? "" : rating.note().strip();
    return questions.rate(workspace.id(), id, reader(), rating.useful(), note);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.VIEWER)
  public Uni<Void> delete(@RestPath UUID id) {
    return questions.delete(workspace.id(), id, reader());
  }

  private AnswerView.Reader reader() {
    return new AnswerView.Reader(
        workspace.memberId(), identity.hasRole(Roles.ADMIN), clock.instant());
  }

  /// @param note why; may be left out
  public record Rating(@NotNull Boolean useful, @Size(max = 1000) @Nullable String note) {}
}
