@NullMarked
package io.competitoriq.analysis.story;

import org.jspecify.annotations.NullMarked;
