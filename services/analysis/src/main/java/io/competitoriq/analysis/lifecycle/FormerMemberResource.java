package io.competitoriq.analysis.lifecycle;

import io.competitoriq.tenancy.CurrentWorkspace;
import io.competitoriq.tenancy.Roles;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/// A person who has themselves erased: their name and address leave mails, channels and digests;
/// what they wrote and decided stays. Told by the gateway alone.
@Path("/workspace/former-members")
@RolesAllowed(Roles.OWNER)
public class FormerMemberResource {

  private static final String FORGET = "select forget_person($1, $2)";

  private final WorkspaceTransactions transactions;
  private final CurrentWorkspace workspace;

  FormerMemberResource(WorkspaceTransactions transactions, CurrentWorkspace workspace) {
    this.transactions = transactions;
    this.workspace = workspace;
  }

  /// Who they were here.
  public record FormerMember(@NotNull UUID memberId, @NotBlank @Size(max = 254) String email) {}

  @POST
  public Uni<Void> forget(@Valid @NotNull FormerMember member) {
    return transactions
        .in(
            workspace.id(),
            tx -> SessionSql.of(tx).select(FORGET, member.memberId(), member.email()))
        .replaceWithVoid();
  }
}
