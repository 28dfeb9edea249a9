/// Pages about a company's people in; who they are and what they do out.
@NullMarked
package io.competitoriq.process.fact.people;

import org.jspecify.annotations.NullMarked;
