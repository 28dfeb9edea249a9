/// Bodies by content: bytes in, their SHA-256 out, and back again, verified.
@NullMarked
package io.competitoriq.blobs;

import org.jspecify.annotations.NullMarked;
