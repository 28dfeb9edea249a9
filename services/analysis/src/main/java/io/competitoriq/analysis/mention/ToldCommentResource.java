package io.competitoriq.analysis.mention;

import io.competitoriq.analysis.signal.Comments;
import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// A comment with the addresses of those it names, as the gateway puts them together: it knows the
/// people and lets nobody else in here.
@Path("/told-comments/{signalId}")
public class ToldCommentResource {

  private final MentionMails mails;
  private final CurrentWorkspace workspace;

  ToldCommentResource(MentionMails mails, CurrentWorkspace workspace) {
    this.mails = mails;
    this.workspace = workspace;
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Roles.ANALYST)
  public Uni<Comments.View> add(@RestPath UUID signalId, @Valid @NotNull ToldComment comment) {
    return mails.add(workspace.id(), workspace.memberId(), signalId, comment);
  }

  /// @param mentions members named in it
  /// @param author what its author is called
  /// @param tell those of the named who have an address
  public record ToldComment(
      @NotBlank @Size(max = 4000) String body,
      @Nullable @Size(max = 20) Set<@NotNull UUID> mentions,
      @NotNull @Size(max = 200) String author,
      @NotNull @Size(max = 20) List<@NotNull @Valid Named> tell) {}

  /// A member and where to write to them.
  public record Named(@NotNull UUID memberId, @NotNull @Email @Size(max = 320) String email) {}
}
