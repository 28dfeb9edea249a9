@NullMarked
package io.competitoriq.competitors.competitor;

import org.jspecify.annotations.NullMarked;
