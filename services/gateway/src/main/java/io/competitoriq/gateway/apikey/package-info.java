/// Keys with which programs ask: a bearer key in, the member it acts for and what it may do out.
@NullMarked
package io.competitoriq.gateway.apikey;

import org.jspecify.annotations.NullMarked;
