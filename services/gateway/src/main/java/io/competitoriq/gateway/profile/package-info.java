/// One's own account: who one is, one's password, the browsers one is signed in with and the
/// workspaces one belongs to.
@NullMarked
package io.competitoriq.gateway.profile;

import org.jspecify.annotations.NullMarked;
