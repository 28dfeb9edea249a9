package io.competitoriq.api.fuzz;

import io.competitoriq.api.door.Request;
import java.util.Random;

/// One way of making no sense.
enum Mutation {
  NONE,
  BODY,
  TEXT,
  ADDRESS,
  QUERY,
  METHOD,
  HEADER;

  static Mutation any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  Request applied(Request request, Random random) {
    return switch (this) {
      case NONE -> request;
      case BODY -> BodyMutations.value(request, random);
      case TEXT -> BodyMutations.text(request, random);
      case ADDRESS -> AddressMutations.path(request, random);
      case QUERY -> AddressMutations.query(request, random);
      case METHOD -> AddressMutations.method(request, random);
      case HEADER -> HeaderMutations.header(request, random);
    };
  }
}
