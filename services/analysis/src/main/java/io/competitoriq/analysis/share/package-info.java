/// One edition or one signal in; a link that shows it, and nothing else, to whoever holds it, until
/// it expires or is revoked. A further kind of thing to share is a value of [ShareKind], a case in
/// [Sharing], and a field of [Shared].
@NullMarked
package io.competitoriq.analysis.share;

import org.jspecify.annotations.NullMarked;
