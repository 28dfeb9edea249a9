/// Pairs of pages in; how often a change was found or raised for nothing out, beside peers' rules.
@NullMarked
package io.competitoriq.bench.change;

import org.jspecify.annotations.NullMarked;
