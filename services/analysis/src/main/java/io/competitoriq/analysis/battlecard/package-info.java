/// What people write about a competitor, and the facts that hold today, in; a card that was
/// published by somebody, says where each claim is written and how far it has aged, out.
@NullMarked
package io.competitoriq.analysis.battlecard;

import org.jspecify.annotations.NullMarked;
