package io.competitoriq.gateway.erasure;

import io.competitoriq.tenancy.WorkspaceRows;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a service does with a workspace as a whole.
@Path("/workspace")
@Consumes(MediaType.APPLICATION_JSON)
interface WorkspaceClient {

  /// Who a person was in the workspace.
  record FormerMember(UUID memberId, String email) {}

  @GET
  @Path("/rows")
  Uni<List<String>> kinds(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @GET
  @Path("/rows/{kind}")
  Uni<WorkspaceRows.Lines> page(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @RestPath String kind,
      @RestQuery @Nullable UUID after);

  @POST
  @Path("/forgetting")
  Uni<WorkspaceRows.Forgotten> forget(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @PUT
  @Path("/closure")
  Uni<Void> close(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @DELETE
  @Path("/closure")
  Uni<Void> open(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @POST
  @Path("/former-members")
  Uni<Void> forgetPerson(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, FormerMember person);
}
