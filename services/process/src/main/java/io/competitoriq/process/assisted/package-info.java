/// Pages that ask for money and whose offers our rules do not read in; facts of offers that a
/// language model read there and whose quotes hold out. The model is asked by another service; a
/// text is read once, however often it is visited.
@NullMarked
package io.competitoriq.process.assisted;

import org.jspecify.annotations.NullMarked;
