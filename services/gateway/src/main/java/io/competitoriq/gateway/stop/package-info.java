/// The orderly end of this process: SIGTERM in, no broken answer out.
@NullMarked
package io.competitoriq.gateway.stop;

import org.jspecify.annotations.NullMarked;
