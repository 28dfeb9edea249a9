/// The rules of the model, by table.
@NullMarked
package io.competitoriq.analysis.model;

import org.jspecify.annotations.NullMarked;
