/// Links that open something once: an address and a purpose in, a mail with a secret link out.
@NullMarked
package io.competitoriq.gateway.link;

import org.jspecify.annotations.NullMarked;
