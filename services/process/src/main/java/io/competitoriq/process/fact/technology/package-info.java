/// Home pages in; the software they visibly run on out.
@NullMarked
package io.competitoriq.process.fact.technology;

import org.jspecify.annotations.NullMarked;
