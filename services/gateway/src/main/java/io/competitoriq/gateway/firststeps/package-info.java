/// Who is still shown the first steps: a member in, whether they put the list away out.
@NullMarked
package io.competitoriq.gateway.firststeps;

import org.jspecify.annotations.NullMarked;
