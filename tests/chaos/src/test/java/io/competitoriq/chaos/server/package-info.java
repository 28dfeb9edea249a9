@NullMarked
package io.competitoriq.chaos.server;

import org.jspecify.annotations.NullMarked;
