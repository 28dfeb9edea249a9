/// Careers pages in; job openings out.
@NullMarked
package io.competitoriq.process.fact.jobs;

import org.jspecify.annotations.NullMarked;
