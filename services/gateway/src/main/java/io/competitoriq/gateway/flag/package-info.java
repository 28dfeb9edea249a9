/// The flags of the installation for those who operate it: a flip in, its row of the trail and
/// within seconds the change in every service out.
@NullMarked
package io.competitoriq.gateway.flag;

import org.jspecify.annotations.NullMarked;
