/// The database's owner: database address in, roles, schemas and migrations out. Only this package
/// creates or alters tables; the services connect as roles that own nothing.
@NullMarked
package io.competitoriq.schema;

import org.jspecify.annotations.NullMarked;
