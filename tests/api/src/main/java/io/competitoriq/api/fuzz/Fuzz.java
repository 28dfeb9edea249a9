package io.competitoriq.api.fuzz;

import io.competitoriq.api.conformance.Conformance;
import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.door.Answer;
import io.competitoriq.api.door.Door;
import io.competitoriq.api.door.Request;
import io.competitoriq.api.sample.Samples;
import io.competitoriq.api.workspace.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Asks every operation in turn for things that make sense and for things that make none, and holds
/// each answer against the document.
public final class Fuzz {

  /// What ends or stops more than the request it is in: asked without a session, which refuses it
  /// after all that is read before.
  private static final Set<String> HARMFUL = Set.of("signOut", "drainWorker", "revokeQueueAdmin");

  /// What is no HTTP is refused where HTTP is read, before anybody here sees it: with the status
  /// alone.
  private static final Set<Integer> BARE = Set.of(400, 414, 431, 501);

  private static final Pattern FIELD =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\x00\\r\\n]*");
  private static final int MOST_OF_A_HEAD = 8192;
  private static final int MOST_OF_A_LINE = 4096;

  private final Door door;
  private final Samples samples;
  private final Conformance conformance;
  private final List<Operation> operations;
  private final UUID workspace;
  private final String cookie;
  private final long seed;

  /// @param cookie of somebody who may do everything in the workspace
  public Fuzz(
      Installation installation, ApiDocument document, UUID workspace, String cookie, long seed) {
    this.door = installation.door();
    this.samples = new Samples(document, installation);
    this.conformance = new Conformance(document);
    this.operations =
        document.operations().stream().filter(o -> !o.id().startsWith("stream")).toList();
    this.workspace = workspace;
    this.cookie = cookie;
    this.seed = seed;
  }

  /// Requests `from` to `to`, four at a time.
  public Findings run(int from, int to) {
    Findings findings = new Findings();
    operations.forEach(o -> samples.request(o, workspace)); // says what has no sample, at once
    IntStream.range(from, to).parallel().forEach(index -> one(index, findings));
    return findings;
  }

  private void one(int index, Findings findings) {
    Operation operation = operations.get(index % operations.size());
    Random random = new Random(seed * 1_000_003 + index);
    Mutation mutation = Mutation.any(random);
    Request sound =
        random.nextBoolean()
            ? samples.request(operation, workspace)
            : samples.filtered(operation, workspace);
    boolean endsSession = operation.resource().equals("session") && !operation.reads();
    if (!HARMFUL.contains(operation.id()) && !endsSession && !becomesSignOut(operation, mutation)) {
      sound = sound.with(cookie);
    }
    Request request = mutation.applied(sound, random);
    try {
      Answer answer = door.send(request);
      findings.add(index, operation, request, answer, faults(operation, mutation, request, answer));
    } catch (IOException | RuntimeException silent) {
      findings.add(
          index,
          operation,
          request,
          new Answer(0, Map.of(), new byte[0]),
          List.of("no answer that can be read: " + silent));
    }
  }

  private static boolean becomesSignOut(Operation operation, Mutation mutation) {
    return operation.resource().equals("session") && mutation == Mutation.METHOD;
  }

  /// With another address or method it is another operation's answer, or nobody's.
  private List<String> faults(
      Operation operation, Mutation mutation, Request request, Answer answer) {
    if (request.method().equals("HEAD")) {
      return answer.status() >= 500 ? List.of("failed with " + answer.status()) : List.of();
    }
    if (answer.status() == 0) {
      return mutation == Mutation.HEADER ? List.of() : List.of("closed without an answer");
    }
    if (answer.body().length == 0 && BARE.contains(answer.status()) && !isHttp(request)) {
      return List.of();
    }
    if (answer.status() >= 400) {
      return conformance.errorFaults(answer);
    }
    boolean others = mutation == Mutation.ADDRESS || mutation == Mutation.METHOD;
    return others || answer.status() == 304 || answer.status() == 206
        ? List.of()
        : conformance.faults(operation, answer);
  }

  private static boolean isHttp(Request request) {
    long lengths = request.headers().stream().filter(h -> h.startsWith("Content-Length:")).count();
    int head = request.headers().stream().mapToInt(String::length).sum();
    return lengths == 0
        && head < MOST_OF_A_HEAD
        && request.target().length() < MOST_OF_A_LINE
        && request.headers().stream()
            .allMatch(h -> FIELD.matcher(h).matches() && !h.startsWith("Transfer-Encoding"))
        && isAddress(request.target());
  }

  private static boolean isAddress(String target) {
    try {
      return !new URI(target).toString().isEmpty();
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
