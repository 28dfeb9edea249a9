/// Pages and feeds we watch: a source with its schedule in, one `CollectSource` job per due or
/// requested visit out.
@NullMarked
package io.competitoriq.competitors.source;

import org.jspecify.annotations.NullMarked;
