/// Tests.
@NullMarked
package io.competitoriq.jobs.admin;

import org.jspecify.annotations.NullMarked;
