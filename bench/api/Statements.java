import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How many statements PostgreSQL is asked for by each kind of request, transactions' begin, commit and binding apart.
///
///     java -cp DRIVER Statements.java JDBC-URL FILE SESSION
///
/// FILE has a name and an address a line. Prints name, statements and begin-commit-binding a request, then the statements.
public final class Statements {

  private static final int TIMES = 5;

  public static void main(String[] args) throws SQLException, IOException, InterruptedException {
    try (Connection db = DriverManager.getConnection(args[0]);
        HttpClient client = HttpClient.newHttpClient()) {
      db.createStatement().execute("set search_path = public");
      List<String> lines = Files.readAllLines(Path.of(args[1]));
      for (String line : lines) {
        ask(client, line.split("\t")[1], args[2]); // prepared, and in the caches
      }
      Set<String> idle = new HashSet<>();
      reset(db);
      Thread.sleep(12_000);
      for (String[] call : calls(db)) {
        idle.add(call[0]);
      }
      for (String line : lines) {
        String[] kind = line.split("\t");
        reset(db);
        for (int i = 0; i < TIMES; i++) {
          ask(client, kind[1], args[2]);
        }
        int asked = 0;
        int frame = 0;
        List<String> told = new ArrayList<>();
        for (String[] call : calls(db)) {
          String text = call[2].strip().toLowerCase();
          int count = Integer.parseInt(call[1]);
          if (text.equals("begin") || text.equals("commit") || text.contains("set_config(")) {
            frame += count;
          } else if (!idle.contains(call[0]) && count >= TIMES) {
            asked += count;
            told.add("  " + count / TIMES + " x " + call[3] + " ms " + call[2].replaceAll("\\s+", " "));
          }
        }
        System.out.printf("%s\t%.1f\t%.1f%n", kind[0], asked / (double) TIMES, frame / (double) TIMES);
        told.forEach(System.out::println);
      }
    }
  }

  private static void reset(Connection db) throws SQLException {
    db.createStatement().execute("select pg_stat_statements_reset()");
  }

  private static List<String[]> calls(Connection db) throws SQLException {
    List<String[]> calls = new ArrayList<>();
    try (var rows =
        db.createStatement()
            .executeQuery(
                "select queryid::text, calls::text, query, round(mean_exec_time::numeric, 2)::text from pg_stat_statements s join pg_roles r"
                    + " on r.oid = s.userid where rolname like 'ciq%' and toplevel")) {
      while (rows.next()) {
        calls.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)});
      }
    }
    return calls;
  }

  private static void ask(HttpClient client, String address, String session) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).header("Cookie", "ciq_session=" + session).build();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException(address + " answered " + status);
    }
  }
}
