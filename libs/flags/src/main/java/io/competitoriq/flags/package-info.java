/// Switches of the installation: a key and a workspace in, on or off out, within seconds of a flip
/// in every service, and without the database the last value that was read.
@NullMarked
package io.competitoriq.flags;

import org.jspecify.annotations.NullMarked;
