/// Looking around: an account in, a workspace full of companies that do not exist out, and its end.
@NullMarked
package io.competitoriq.gateway.demo;

import org.jspecify.annotations.NullMarked;
