/// The processes of the stack: configuration in, running and healing servers and services out, and
/// nothing left of them at the end.
@NullMarked
package io.competitoriq.local.stack;

import org.jspecify.annotations.NullMarked;
