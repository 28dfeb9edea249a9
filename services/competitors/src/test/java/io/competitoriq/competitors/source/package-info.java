@NullMarked
package io.competitoriq.competitors.source;

import org.jspecify.annotations.NullMarked;
