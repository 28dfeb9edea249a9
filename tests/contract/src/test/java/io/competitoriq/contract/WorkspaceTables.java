package io.competitoriq.contract;

import io.competitoriq.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Every table and view with rows of workspaces, as the catalogue of a migrated database names
/// them.
final class WorkspaceTables {

  static final String A = "aaaaaaaa-0000-7000-8000-000000000001";
  static final String B = "bbbbbbbb-0000-7000-8000-000000000002";

  /// Keys, checks and references say what a good row is; they have no part in keeping workspaces
  /// apart, and without them a row needs no more than its workspace.
  private static final String LIFT_CONSTRAINTS =
      """
      do $$
      declare t record;
      begin
        for t in select c.conrelid::regclass as tab, c.conname from pg_constraint c
                   join pg_namespace n on n.oid = c.connamespace
                  where n.nspname in ('competitors','crawl','process','analysis','gateway')
                    and c.contype in ('c','f','u','p','x') and c.conparentid = 0
                  order by c.contype <> 'f' loop
          execute format('alter table %s drop constraint if exists %I cascade', t.tab, t.conname);
        end loop;
        for t in select i.indexrelid::regclass as tab from pg_index i
                   join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                  where i.indisunique
                    and n.nspname in ('competitors','crawl','process','analysis','gateway') loop
          execute format('drop index if exists %s', t.tab);
        end loop;
        for t in select c.oid::regclass as tab, a.attname from pg_attribute a
                   join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                  where a.attnotnull and a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
                    and a.attidentity = ''
                    and n.nspname in ('competitors','crawl','process','analysis','gateway') loop
          execute format('alter table %s alter column %I drop not null', t.tab, t.attname);
        end loop;
        for t in select c.oid::regclass as tab, a.attname from pg_attribute a
                   join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                  where a.attgenerated = 's' and not a.attisdropped and c.relkind = 'r'
                    and n.nspname in ('competitors','crawl','process','analysis','gateway') loop
          execute format('alter table %s alter column %I drop expression', t.tab, t.attname);
        end loop;
      end $$\
      """;

  private WorkspaceTables() {}

  /// @param column what names the workspace of a row
  /// @param role the service that reads it
  /// @param mayInsert whether the service may add rows at all
  record Table(String name, String column, String role, boolean mayInsert) {

    long rowsOf(String workspace) {
      return TestDatabase.queryLong(
          "select count(*) from %s where %s = '%s'".formatted(name, column, workspace));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Table> all() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Connection admin = TestDatabase.admin();
        var statement = admin.createStatement();
        var rows =
            statement.executeQuery(
                """
                select n.nspname || '.' || c.relname, a.attname, 'ciq_' || n.nspname,
                       has_table_privilege('ciq_' || n.nspname, c.oid, 'insert')
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                   and a.attname = case when c.relname = 'workspace' then 'id' else 'workspace_id' end
                 where c.relkind in ('r', 'p')
                   and n.nspname in ('competitors', 'crawl', 'process', 'analysis', 'gateway')
                 order by 1\
                """)) {
      while (rows.next()) {
        tables.add(
            new Table(rows.getString(1), rows.getString(2), rows.getString(3), rows.getBoolean(4)));
      }
    }
    return tables;
  }

  /// A row of each of the two workspaces in every table.
  static void fill() throws SQLException {
    TestDatabase.execute(LIFT_CONSTRAINTS);
    for (Table table : all()) {
      TestDatabase.execute(
          "insert into %s (%s) values ('%s'), ('%s')"
              .formatted(table.name(), table.column(), A, B));
    }
  }

  static List<String> query(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection admin = TestDatabase.admin();
        var statement = admin.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  static String first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
