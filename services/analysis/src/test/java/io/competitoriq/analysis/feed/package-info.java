@NullMarked
package io.competitoriq.analysis.feed;

import org.jspecify.annotations.NullMarked;
