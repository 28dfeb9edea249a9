/// The rules of the house that a machine can check: compiled classes and sources in, violations
/// out.
@NullMarked
package io.competitoriq.architecture;

import org.jspecify.annotations.NullMarked;
