/// The web application: a path in, a file or the page with a fresh nonce out.
@NullMarked
package io.competitoriq.gateway.spa;

import org.jspecify.annotations.NullMarked;
