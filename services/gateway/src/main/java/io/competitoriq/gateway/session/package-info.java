/// Signed-in browsers: a password or a cookie in, who is asking and for which workspace out.
@NullMarked
package io.competitoriq.gateway.session;

import org.jspecify.annotations.NullMarked;
