package io.competitoriq.jobs.tickets;

import io.competitoriq.jobs.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Names of a queue's keys; the hash tag keeps them in one slot.
record TicketKeys(String prefix) {

  static TicketKeys of(String queue) {
    return new TicketKeys("{q:" + queue + "}:");
  }

  String meta() {
    return prefix + "m";
  }

  String index() {
    return prefix + "t";
  }

  String marker() {
    return prefix + "mk";
  }

  String deferred() {
    return prefix + "z";
  }

  String starts() {
    return prefix + "r";
  }

  List<String> streams() {
    return Arrays.stream(Priority.values())
        .map(priority -> prefix + "s" + priority.rank())
        .toList();
  }

  List<String> forPublish() {
    return withStreams(meta(), index(), marker(), deferred());
  }

  List<String> forTurn() {
    return withStreams(meta(), index(), marker(), deferred(), starts(), prefix + "h");
  }

  List<String> forJanitor() {
    return withStreams(index());
  }

  private List<String> withStreams(String... first) {
    List<String> keys = new ArrayList<>(List.of(first));
    keys.addAll(streams());
    return keys;
  }
}
