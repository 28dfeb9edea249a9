@NullMarked
package io.competitoriq.analysis.channel;

import org.jspecify.annotations.NullMarked;
