/// New people: an address and a role in, a member of the workspace out once the link has been used.
@NullMarked
package io.competitoriq.gateway.invitation;

import org.jspecify.annotations.NullMarked;
