/// What browsers measure of our pages: a beacon without a person in it in, histograms out.
@NullMarked
package io.competitoriq.gateway.rum;

import org.jspecify.annotations.NullMarked;
