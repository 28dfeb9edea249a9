@NullMarked
package io.competitoriq.analysis.winloss;

import org.jspecify.annotations.NullMarked;
