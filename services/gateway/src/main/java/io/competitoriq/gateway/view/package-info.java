/// Reads that join what several services own: one request in, one page of data out, with the parts
/// that did not answer named.
@NullMarked
package io.competitoriq.gateway.view;

import org.jspecify.annotations.NullMarked;
