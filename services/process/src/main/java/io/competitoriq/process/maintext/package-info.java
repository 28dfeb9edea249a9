/// The DOM of a page in; its main text out, as a trained model tells it from navigation, related
/// links and other furniture.
@NullMarked
package io.competitoriq.process.maintext;

import org.jspecify.annotations.NullMarked;
