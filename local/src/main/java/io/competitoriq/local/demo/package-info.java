/// The demo workspace: a running, empty stack in, an account and three tracked competitors out.
/// Uses the gateway's public API only, as any client would.
@NullMarked
package io.competitoriq.local.demo;

import org.jspecify.annotations.NullMarked;
