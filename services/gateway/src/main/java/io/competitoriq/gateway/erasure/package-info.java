/// People and workspaces that go: a wish and its proof in, nothing left but a receipt out.
@NullMarked
package io.competitoriq.gateway.erasure;

import org.jspecify.annotations.NullMarked;
