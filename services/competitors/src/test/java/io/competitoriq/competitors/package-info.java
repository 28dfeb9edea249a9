@NullMarked
package io.competitoriq.competitors;

import org.jspecify.annotations.NullMarked;
