package io.competitoriq.chaos.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets a process believe in another time of day, with libfaketime where it is installed. Its
/// monotonic clock stays true, as it does on a machine whose clock is set wrong.
public final class WrongClock {

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
          Path.of("/usr/lib64/faketime/libfaketime.so.1"),
          Path.of("/usr/local/lib/faketime/libfaketime.so.1"));

  private WrongClock() {}

  /// False: the fault cannot be made on this machine.
  public static boolean possible() {
    return library().isPresent();
  }

  static void set(Map<String, String> environment, String by) {
    library()
        .ifPresent(
            library -> {
              environment.put("LD_PRELOAD", library.toString());
              environment.put("FAKETIME", by);
              environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
              environment.put("DONT_FAKE_MONOTONIC", "1");
              // Otherwise every timed wait of the JVM ends at once, and it burns a processor.
              environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
              environment.put("NO_FAKE_STAT", "1"); // the start-up cache looks at files' times
            });
  }

  private static Optional<Path> library() {
    return PLACES.stream().filter(Files::exists).findFirst();
  }
}
