package io.competitoriq.tenancy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;

/// Reads a token and takes only those whose `typ` is that of ours: a token that somebody signed for
/// another purpose is none, whatever its claims say.
@Alternative
@Priority(1)
@ApplicationScoped
class ServiceTokenFactory extends JWTCallerPrincipalFactory {

  private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo verification)
      throws ParseException {
    JwtContext context = parser.parse(token, verification);
    JsonWebStructure outer = context.getJoseObjects().getFirst();
    if (!ServiceTokens.TYPE.equals(outer.getHeader("typ"))) {
      throw new ParseException("not a service token: typ=" + outer.getHeader("typ"));
    }
    return new DefaultJWTCallerPrincipal(outer.getHeader("typ"), context.getJwtClaims());
  }
}
