/// What was once written must be read for ever: golden files in, records out and back.
@NullMarked
package io.competitoriq.contract;

import org.jspecify.annotations.NullMarked;
