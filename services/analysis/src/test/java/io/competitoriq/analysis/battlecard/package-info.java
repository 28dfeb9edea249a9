@NullMarked
package io.competitoriq.analysis.battlecard;

import org.jspecify.annotations.NullMarked;
