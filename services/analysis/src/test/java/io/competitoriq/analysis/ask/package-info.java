@NullMarked
package io.competitoriq.analysis.ask;

import org.jspecify.annotations.NullMarked;
