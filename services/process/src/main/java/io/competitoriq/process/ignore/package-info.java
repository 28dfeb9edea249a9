/// Rules of users in; for a pair of blocks the rule that says it is no news, or none, out.
@NullMarked
package io.competitoriq.process.ignore;

import org.jspecify.annotations.NullMarked;
