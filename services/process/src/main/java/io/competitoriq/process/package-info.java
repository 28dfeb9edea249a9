/// A stored snapshot in; a document, its facts and the changes worth telling out.
@NullMarked
package io.competitoriq.process;

import org.jspecify.annotations.NullMarked;
