/// The Model Context Protocol: a tool call with an API key in, what the services say to that key
/// out.
@NullMarked
package io.competitoriq.gateway.mcp;

import org.jspecify.annotations.NullMarked;
