/// The document in, operations out.
@NullMarked
package io.competitoriq.api.document;

import org.jspecify.annotations.NullMarked;
