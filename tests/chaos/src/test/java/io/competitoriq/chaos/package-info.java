@NullMarked
package io.competitoriq.chaos;

import org.jspecify.annotations.NullMarked;
