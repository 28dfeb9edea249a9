/// Tests of the demo market.
@NullMarked
package io.competitoriq.local.market;

import org.jspecify.annotations.NullMarked;
