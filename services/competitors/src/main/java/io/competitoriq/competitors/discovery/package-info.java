/// Finding what is worth watching: a URL in, a company and ranked suggestions of sources out, while
/// the person watches them appear.
@NullMarked
package io.competitoriq.competitors.discovery;

import org.jspecify.annotations.NullMarked;
