/// Where people are told: a message in, a request or mail as the channel's kind wants it out.
/// Secrets are sealed, and never shown again.
@NullMarked
package io.competitoriq.analysis.channel;

import org.jspecify.annotations.NullMarked;
