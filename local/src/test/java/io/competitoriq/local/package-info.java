/// Tests of the launcher.
@NullMarked
package io.competitoriq.local;

import org.jspecify.annotations.NullMarked;
