/// Requests in as bytes, answers out: nothing in between that would mend a request.
@NullMarked
package io.competitoriq.api.door;

import org.jspecify.annotations.NullMarked;
