/// Who a service lets in.
@NullMarked
package io.competitoriq.competitors.access;

import org.jspecify.annotations.NullMarked;
