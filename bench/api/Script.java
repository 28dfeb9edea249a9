import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Runs the statements of a file, one after the other, each by itself.
///
///     java -cp DRIVER Script.java JDBC-URL FILE WORKSPACE COMPETITOR,COMPETITOR,...
public final class Script {

  public static void main(String[] args) throws SQLException, IOException {
    try (var db = DriverManager.getConnection(args[0]);
        var statement = db.createStatement()) {
      for (String sql : Files.readString(Path.of(args[1])).split(";\\s*\\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql.replace(":workspace", "'" + args[2] + "'::uuid").replace(":competitors", "'{" + args[3] + "}'::uuid[]"));
        }
      }
    }
    System.err.println("  " + args[1] + " is done");
  }
}
