/// Packs: what of one kind of company is worth watching, and how often. A pack's name and what a
/// discovery found in, sources out.
@NullMarked
package io.competitoriq.competitors.pack;

import org.jspecify.annotations.NullMarked;
