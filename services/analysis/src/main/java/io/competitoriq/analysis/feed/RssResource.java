package io.competitoriq.analysis.feed;

import io.competitoriq.analysis.channel.ChannelConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/// The feeds themselves: feed readers sign in nowhere, the address is what they are known by.
@Path("/rss")
public class RssResource {

  private final ViewFeeds feeds;
  private final String base;

  RssResource(ViewFeeds feeds, ChannelConfig config) {
    this.feeds = feeds;
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  @GET
  @Path("/{token}")
  @PermitAll
  @Produces("application/rss+xml;charset=UTF-8")
  @ResponseHeader(name = "Cache-Control", value = "private, max-age=300")
  public Uni<String> read(@RestPath String token) {
    return feeds.read(token).map(content -> Rss.write(content, base));
  }
}
