/// Signing in through an OpenID Connect provider: its signed word in, a session of ours out, which
/// the provider can change and end at any time.
@NullMarked
package io.competitoriq.gateway.oidc;

import org.jspecify.annotations.NullMarked;
