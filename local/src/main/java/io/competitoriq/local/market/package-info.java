/// The demo market: a folder of company files and a dated script in, three changing web sites with
/// all the noise of real ones out, and stand-ins of the providers that would tell what those
/// companies do elsewhere. Served on loopback for demonstrations and tests only.
@NullMarked
package io.competitoriq.local.market;

import org.jspecify.annotations.NullMarked;
