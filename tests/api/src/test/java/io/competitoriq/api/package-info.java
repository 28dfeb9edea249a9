/// The running whole held against its document: who may do what, and what nonsense comes to.
@NullMarked
package io.competitoriq.api;

import org.jspecify.annotations.NullMarked;
