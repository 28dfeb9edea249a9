/// Pages in; the ways to reach the company out.
@NullMarked
package io.competitoriq.process.fact.contact;

import org.jspecify.annotations.NullMarked;
