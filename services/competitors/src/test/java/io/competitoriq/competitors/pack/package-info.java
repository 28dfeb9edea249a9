@NullMarked
package io.competitoriq.competitors.pack;

import org.jspecify.annotations.NullMarked;
