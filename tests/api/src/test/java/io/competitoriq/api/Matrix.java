package io.competitoriq.api;

import io.competitoriq.api.conformance.Conformance;
import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.document.Operation;
import io.competitoriq.api.door.Answer;
import io.competitoriq.api.door.Door;
import io.competitoriq.api.door.Request;
import io.competitoriq.api.sample.Samples;
import io.competitoriq.api.workspace.Installation;
import io.competitoriq.api.workspace.People;
import io.competitoriq.api.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Every operation, asked by every role of the left workspace, for its own things and for those of
/// the right one. Who may not is asked first, then what is foreign, then what is own; what deletes
/// comes last, the deepest address first.
final class Matrix {

  /// Ids that only things of the right workspace have; see `workspace/functions.sql`.
  private static final Pattern RIGHT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[9bcd][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final ApiDocument document;
  private static final String TRACE = "\"traceId\":\"[0-9a-f]+\"";

  private final Samples samples;
  private final Conformance conformance;
  private final Door door;
  private final People people;
  private final UUID right;
  private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger cells = new AtomicInteger();

  /// Ids of the right workspace that the left one said itself, and may hear again.
  private final Set<String> named = ConcurrentHashMap.newKeySet();

  Matrix(Installation installation, ApiDocument document, People people, UUID right) {
    this.document = document;
    this.samples = new Samples(document, installation);
    this.conformance = new Conformance(document);
    this.door = installation.door();
    this.people = people;
    this.right = right;
  }

  int cells() {
    return cells.get();
  }

  /// Something of the right workspace that somebody of the left one was told.
  List<String> leaks() {
    return leaks;
  }

  /// An answer other than the document's.
  List<String> faults() {
    return faults;
  }

  void tryAll() {
    List<Operation> operations = document.operations();
    together(operations, this::refused);
    together(operations.stream().filter(Operation::reads).toList(), this::own);
    together(operations.stream().filter(o -> !ofInstallation(o)).toList(), this::foreign);
    operations.stream().filter(o -> changes(o) && !deletes(o)).forEach(this::own);
    operations.stream()
        .filter(Matrix::deletes)
        .sorted(
            Comparator.comparing((Operation o) -> o.id().equals("signOut"))
                .thenComparing(o -> -o.path().split("/").length))
        .forEach(this::own);
  }

  private static boolean changes(Operation operation) {
    return !operation.reads();
  }

  private static boolean deletes(Operation operation) {
    return operation.method().equals("DELETE");
  }

  /// Queues, jobs and accounts belong to no workspace; nor does the door.
  private static boolean ofInstallation(Operation operation) {
    return operation.open()
        || operation.role().equals("queue-admin")
        || operation.resource().equals("session")
        || operation.resource().equals("events");
  }

  /// These change nothing, so they may be asked at the same time.
  private static void together(List<Operation> operations, Consumer<Operation> ask) {
    operations.parallelStream().forEach(ask);
  }

  private void refused(Operation operation) {
    for (String role : People.ROLES) {
      if (!People.allows(role, operation.role())) {
        refused(operation, role, samples.request(operation, people.workspace()));
        refused(operation, role, samples.filtered(operation, right));
      }
    }
  }

  private void refused(Operation operation, String role, Request request) {
    int wanted = role.equals("nobody") ? 401 : 403;
    Answer answer = ask(operation, role, request);
    if (answer.status() != wanted) {
      faults.add("%s as %s: not refused with %d: %s".formatted(operation, role, wanted, answer));
    }
  }

  /// A thing of the other workspace is no thing at all: not there, and answered like any id that
  /// never was. A filter that names one finds nothing.
  private void foreign(Operation operation) {
    Request request = samples.filtered(operation, right);
    if (!RIGHT.matcher(request.toString()).find()) {
      return; // names nothing, so there is nothing foreign in it
    }
    boolean named = RIGHT.matcher(request.target().split("\\?")[0]).find();
    boolean first = true;
    for (String role : People.ROLES) {
      if (People.allows(role, operation.role())) {
        Answer answer = ask(operation, role, request);
        if (named && !samples.answersAlike(operation) && answer.status() != 404) {
          faults.add(
              "%s as %s: a foreign id is not 404 in %s: %s"
                  .formatted(operation, role, request.target(), answer));
        }
        if (named && first) {
          alike(operation, role, request, answer);
        }
        first = false;
      }
    }
  }

  private void alike(Operation operation, String role, Request request, Answer answer) {
    var nowhere = new HashMap<String, String>();
    String target = renamed(request.target(), nowhere);
    byte[] body = request.body();
    Request other = request.withTarget(target);
    if (body != null) {
      other = other.withBody(renamed(new String(body, StandardCharsets.UTF_8), nowhere));
    }
    Answer unknown = ask(operation, role, other);
    String said = renamed(answer.text(), nowhere).replaceAll(TRACE, "");
    if (answer.status() != unknown.status() || !said.equals(unknown.text().replaceAll(TRACE, ""))) {
      faults.add(
          "%s as %s: a foreign id is answered other than an unknown one: %s and %s"
              .formatted(operation, role, answer, unknown));
    }
  }

  /// Every id of the right workspace by one that nobody has.
  private static String renamed(String text, Map<String, String> nowhere) {
    return RIGHT
        .matcher(text)
        .replaceAll(
            found ->
                nowhere.computeIfAbsent(
                    found.group(),
                    _ -> "00000000-0000-7000-8000-%012d".formatted(nowhere.size() + 1)));
  }

  /// The least role that may gets what the document promises. For those above it the thing may be
  /// gone or moved on by then, but they are not refused.
  private void own(Operation operation) {
    boolean first = true;
    for (String role : People.ROLES) {
      if (People.allows(role, operation.role()) && !(operation.open() && !role.equals("nobody"))) {
        if (!operation.reads()) {
          samples.forget();
        }
        Request request = samples.request(operation, people.workspace());
        Answer answer = ask(operation, role, request);
        boolean expected = samples.expected(operation).contains(answer.status());
        boolean refusal = answer.status() == 401 || answer.status() == 403;
        if ((first || operation.reads()) && !expected || refusal && !expected) {
          faults.add("%s as %s: %s gives %s".formatted(operation, role, request, answer));
        }
        first = false;
      }
    }
  }

  private Answer ask(Operation operation, String role, Request request) {
    cells.incrementAndGet();
    RIGHT.matcher(request.toString()).results().forEach(id -> named.add(id.group()));
    Request sent = role.equals("nobody") ? request : with(request, role);
    try {
      Answer answer = door.send(sent);
      conformance
          .faults(operation, answer)
          .forEach(
              fault -> faults.add("%s as %s: %s: %s".formatted(operation, role, fault, answer)));
      look(operation, role, answer);
      return answer;
    } catch (IOException silent) {
      throw new UncheckedIOException(operation + " as " + role, silent);
    }
  }

  private Request with(Request request, String role) {
    return request.with(people.cookie(role));
  }

  /// Queue admins know each other, and the jobs of all.
  private void look(Operation operation, String role, Answer answer) {
    String text = answer.text();
    if (operation.role().equals("queue-admin")) {
      return;
    }
    if (text.contains(Workspaces.MARK)) {
      leaks.add("%s as %s tells a sentence: %s".formatted(operation, role, answer));
    }
    RIGHT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(id -> !named.contains(id))
        .findFirst()
        .ifPresent(id -> leaks.add("%s as %s tells of %s".formatted(operation, role, id)));
  }

  /// Makes what the left workspace lacks, as its owner. What cannot be made is told by the cells
  /// that need it.
  void seed() {
    Map<String, Operation> byId = new HashMap<>();
    document.operations().forEach(operation -> byId.put(operation.id(), operation));
    for (String id : samples.seeds()) {
      Operation operation = byId.get(id);
      if (operation == null) {
        throw new IllegalStateException("samples.yaml seeds with " + id + ", which is no more");
      }
      samples.forget();
      Request request = with(samples.request(operation, people.workspace()), "owner");
      try {
        Answer answer = door.send(request);
        if (!answer.succeeded()) {
          faults.add("seed " + id + ": " + request + " gives " + answer);
        }
      } catch (IOException silent) {
        throw new UncheckedIOException(id, silent);
      }
    }
    samples.forget();
  }
}
