@NullMarked
package io.competitoriq.chaos.fault;

import org.jspecify.annotations.NullMarked;
