/// What a company says about itself in, as people type it; what a model is told of it out.
@NullMarked
package io.competitoriq.analysis.profile;

import org.jspecify.annotations.NullMarked;
