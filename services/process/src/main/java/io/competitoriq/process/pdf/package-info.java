/// The bytes of a PDF in; its text laid out as a page, or the reason why there is none, out.
///
/// A PDF is a program written by a stranger. Everything it makes us do is counted: pages,
/// characters, bytes unpacked, time.
@NullMarked
package io.competitoriq.process.pdf;

import org.jspecify.annotations.NullMarked;
