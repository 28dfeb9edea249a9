@NullMarked
package io.competitoriq.tables;

import org.jspecify.annotations.NullMarked;
