package io.competitoriq.tenancy;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Set;

/// How internal tokens are checked: one shared HS256 key, our own issuer and audience, and no token
/// that lives longer than five minutes. It replaces the configured default, which in tests would be
/// a generated RSA pair. What kind of token it is, [ServiceTokenFactory] looks at.
@ApplicationScoped
class TokenVerification {

  @Produces
  @Alternative
  @Priority(1)
  @ApplicationScoped
  JWTAuthContextInfo verification(TenancyConfig config) {
    var verification = new JWTAuthContextInfo();
    verification.setSecretVerificationKey(KeyUtils.createSecretKeyFromSecret(config.secret()));
    verification.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
    verification.setClockSkew(Math.toIntExact(ServiceTokens.CLOCK_SKEW.toSeconds()));
    verification.setIssuedBy(ServiceTokens.ISSUER);
    verification.setExpectedAudience(Set.of(ServiceTokens.AUDIENCE));
    verification.setMaxTimeToLiveSecs(ServiceTokens.LONGEST.toSeconds());
    return verification;
  }
}
