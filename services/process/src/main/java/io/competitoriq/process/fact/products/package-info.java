/// Shop pages in; what is on sale out.
@NullMarked
package io.competitoriq.process.fact.products;

import org.jspecify.annotations.NullMarked;
