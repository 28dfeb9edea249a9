/// The only public door: a browser's or a program's request in, an answer of the service that owns
/// it, a composed read, live events or the web application out.
@NullMarked
package io.competitoriq.gateway;

import org.jspecify.annotations.NullMarked;
