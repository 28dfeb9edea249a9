@NullMarked
package io.competitoriq.competitors.discovery;

import org.jspecify.annotations.NullMarked;
