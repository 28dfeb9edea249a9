package io.competitoriq.bench.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.bench.extraction.Corpus.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `ExtractionBench DATA OUT [PEER_FILE...]`: reads a corpus with our classes and with
/// readability4j, scores both and what other peers have read, and writes our texts to OUT.
final class ExtractionBench {

  private ExtractionBench() {}

  public static void main(String[] arguments) throws IOException {
    List<Page> pages = Corpus.read(Path.of(arguments[0]));
    List<Peer> peers = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      peers.add(Peer.read(Path.of(arguments[i])));
    }
    System.err.printf("reading %d pages ...%n", pages.size());
    Trial ours = Trial.of(Engine.ours(), pages);
    new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), ours.texts());
    System.err.println("reading them with readability4j ...");
    peers.add(new Peer("readability4j 1.0.8", Trial.of(Engine.readability4j(), pages)));
    Report report = new Report(pages, ours, peers);
    System.err.print(report.table());
    System.out.println(report.json());
  }
}
