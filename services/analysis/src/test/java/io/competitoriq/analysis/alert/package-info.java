@NullMarked
package io.competitoriq.analysis.alert;

import org.jspecify.annotations.NullMarked;
