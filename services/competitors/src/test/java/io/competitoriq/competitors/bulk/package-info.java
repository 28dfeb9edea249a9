@NullMarked
package io.competitoriq.competitors.bulk;

import org.jspecify.annotations.NullMarked;
