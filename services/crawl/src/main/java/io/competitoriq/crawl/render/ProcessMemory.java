package io.competitoriq.crawl.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Resident memory of a browser's processes, as Linux tells it; nothing where it does not.
final class ProcessMemory {
  private static final long PAGE_BYTES = 4096;
  private static final Path PROC = Path.of("/proc");

  private ProcessMemory() {}

  /// The browser and everything below it.
  static List<Usage> of(ProcessHandle browser) {
    return Stream.concat(Stream.of(browser), browser.descendants())
        .flatMap(process -> usage(process).stream())
        .toList();
  }

  private static Optional<Usage> usage(ProcessHandle process) {
    Path folder = PROC.resolve(Long.toString(process.pid()));
    try {
      String[] pages = Files.readString(folder.resolve("statm")).split(" ", 4);
      long own = Long.parseLong(pages[1]) - Long.parseLong(pages[2]);
      String command = Files.readString(folder.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return Optional.of(new Usage(process, command.contains("--type=renderer"), own * PAGE_BYTES));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty(); // ended meanwhile, or not a Linux
    }
  }

  /// What one process keeps to itself.
  ///
  /// @param page whether it runs pages rather than the browser
  /// @param bytes resident and not shared with files
  record Usage(ProcessHandle process, boolean page, long bytes) {}
}
