package io.competitoriq.gateway.link;

import io.competitoriq.gateway.session.AttemptLimit;
import io.competitoriq.gateway.session.SessionConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/// Makes links, and slows down whoever tries out what is none.
@ApplicationScoped
public class Links {

  private final SecureRandom random = new SecureRandom();
  private final AttemptLimit limit;
  private final LinkConfig config;
  private final String publicUrl;

  Links(AttemptLimit limit, LinkConfig config, SessionConfig session) {
    this.limit = limit;
    this.config = config;
    this.publicUrl = session.publicUrl().toString().replaceAll("/+$", "");
  }

  public LinkToken make() {
    return LinkToken.random(random);
  }

  /// The link as people get it.
  ///
  /// @param page of the application, such as `join`
  public String of(String page, LinkToken token) {
    return publicUrl + "/" + page + "#" + token.value();
  }

  /// Takes one attempt at a link from the address.
  ///
  /// @throws io.competitoriq.http.ProblemException 429 when there is none left
  public Uni<Void> attempt(String address) {
    return limit.take("link " + address, config.addressBurst(), config.addressRefill());
  }
}
