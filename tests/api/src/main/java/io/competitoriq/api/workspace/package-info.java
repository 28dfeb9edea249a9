/// A running demo in, two more workspaces with a row of each kind out, and people of every role.
@NullMarked
package io.competitoriq.api.workspace;

import org.jspecify.annotations.NullMarked;
