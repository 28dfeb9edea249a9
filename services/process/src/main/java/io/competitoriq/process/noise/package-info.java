/// Text in; the same text without what changes on every visit out. Prices are never touched.
@NullMarked
package io.competitoriq.process.noise;

import org.jspecify.annotations.NullMarked;
