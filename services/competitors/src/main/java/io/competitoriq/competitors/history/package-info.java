/// How sources have been doing, asked of the services that know: ids in; visits and confirmed
/// changes out.
@NullMarked
package io.competitoriq.competitors.history;

import org.jspecify.annotations.NullMarked;
