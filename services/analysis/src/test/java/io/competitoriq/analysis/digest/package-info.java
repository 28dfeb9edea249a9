@NullMarked
package io.competitoriq.analysis.digest;

import org.jspecify.annotations.NullMarked;
