@NullMarked
package io.competitoriq.chaos.check;

import org.jspecify.annotations.NullMarked;
