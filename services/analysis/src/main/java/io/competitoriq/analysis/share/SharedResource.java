package io.competitoriq.analysis.share;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/// What a link shows: its reader signs in nowhere, the token is what it is known by.
@Path("/shared")
public class SharedResource {

  private final ShareLinks links;

  SharedResource(ShareLinks links) {
    this.links = links;
  }

  @GET
  @Path("/{token}")
  @PermitAll
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  public Uni<Shared> open(@RestPath String token) {
    return links.open(token);
  }
}
