/// Who we watch and when: a URL from a person in, a competitor with its sources and one
/// `CollectSource` job per due visit out.
@NullMarked
package io.competitoriq.competitors;

import org.jspecify.annotations.NullMarked;
