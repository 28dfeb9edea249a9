/// Forgotten passwords: an address in, a mail with a link out; a link and a password in, the
/// account signed out everywhere and its password replaced.
@NullMarked
package io.competitoriq.gateway.reset;

import org.jspecify.annotations.NullMarked;
