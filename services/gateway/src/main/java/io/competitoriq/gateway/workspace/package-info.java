/// Workspaces and who belongs to them: an account in, its memberships out.
@NullMarked
package io.competitoriq.gateway.workspace;

import org.jspecify.annotations.NullMarked;
