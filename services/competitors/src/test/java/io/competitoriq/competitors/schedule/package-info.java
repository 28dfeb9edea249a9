@NullMarked
package io.competitoriq.competitors.schedule;

import org.jspecify.annotations.NullMarked;
