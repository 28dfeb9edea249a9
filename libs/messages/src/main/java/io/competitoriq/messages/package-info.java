/// What one service hands to the next: payload records of the job kinds and the enums they speak.
/// Nothing in, nothing out: this package depends on no other. Contracts only grow; a golden file
/// per message is read back by a test.
@NullMarked
package io.competitoriq.messages;

import org.jspecify.annotations.NullMarked;
