/// How demo data comes in.
@NullMarked
package io.competitoriq.competitors.demo;

import org.jspecify.annotations.NullMarked;
