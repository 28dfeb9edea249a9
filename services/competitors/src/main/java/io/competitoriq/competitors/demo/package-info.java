/// Companies that do not exist: what the gateway hands over in, rows that are never visited out.
@NullMarked
package io.competitoriq.competitors.demo;

import org.jspecify.annotations.NullMarked;
