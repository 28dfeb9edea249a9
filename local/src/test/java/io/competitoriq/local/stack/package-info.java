/// Tests of the processes of the stack.
@NullMarked
package io.competitoriq.local.stack;

import org.jspecify.annotations.NullMarked;
