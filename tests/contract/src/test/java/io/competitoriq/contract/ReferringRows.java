package io.competitoriq.contract;

import io.competitoriq.testkit.TestDatabase;
import java.sql.SQLException;

/// A row of two workspaces in every table of a migrated database, with every reference kept: each
/// row names the one row of its workspace in the table it refers to, circles included.
final class ReferringRows {

  /// What a good row says besides has no part in this.
  private static final String LIFT_CHECKS =
      """
      do $$
      declare t record;
      begin
        for t in select c.conrelid::regclass as tab, c.conname from pg_constraint c
                   join pg_namespace n on n.oid = c.connamespace
                  where n.nspname in ('competitors','crawl','process','analysis','gateway') and c.contype = 'c' loop
          execute format('alter table %s drop constraint %I', t.tab, t.conname);
        end loop;
        for t in select c.oid::regclass as tab, a.attname from pg_attribute a
                   join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                  where a.attnotnull and a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and a.attidentity = ''
                    and n.nspname in ('competitors','crawl','process','analysis','gateway')
                    and not exists (select from pg_index i
                                     where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) loop
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

  /// Ids are made of the workspace and the table, so that a reference can be told without looking.
  private static final String FILL =
      """
      create function pg_temp.row_of(p_workspace uuid, p_table oid) returns uuid language sql as $$
        select case when p_table = 'gateway.workspace'::regclass then p_workspace
               else md5(p_workspace || p_table::regclass::text)::uuid end
      $$;
      set session_replication_role = replica;
      do $$
      declare t record; v_workspace uuid; v_columns text; v_values text;
      begin
        foreach v_workspace in array array['%s', '%s']::uuid[] loop
          for t in select c.oid, c.oid::regclass as tab from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'r' and n.nspname in ('competitors','crawl','process','analysis','gateway')
                      and (c.oid in ('gateway.workspace'::regclass, 'gateway.account'::regclass)
                           or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')) loop
            select string_agg(format('%%I', a.attname), ', '),
                   string_agg(case
                     when a.attname = 'workspace_id' then quote_literal(v_workspace)
                     when f.confrelid is not null then quote_literal(pg_temp.row_of(v_workspace, f.confrelid))
                     when a.atttypid = 'uuid'::regtype then quote_literal(pg_temp.row_of(v_workspace, t.oid))
                     when a.atttypid in ('int4'::regtype, 'int8'::regtype, 'int2'::regtype) then '1'
                     when a.atttypid in ('timestamptz'::regtype, 'date'::regtype) then 'now()'
                     when a.atttypid = 'bytea'::regtype then 'sha256(''' || v_workspace || ''')'
                     else quote_literal(v_workspace || '') end, ', ')
              into v_columns, v_values
              from pg_attribute a
              left join lateral (select c.confrelid from pg_constraint c
                                  where c.conrelid = t.oid and c.contype = 'f' and c.conkey = array[a.attnum] limit 1) f on true
             where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
               and (a.attname = 'workspace_id' or f.confrelid is not null or exists (
                    select from pg_index i where i.indrelid = t.oid and i.indisprimary and a.attnum = any (i.indkey)));
            execute format('insert into %%s (%%s) values (%%s)', t.tab, v_columns, v_values);
          end loop;
        end loop;
      end $$\
      """;

  private ReferringRows() {}

  static void fill(String one, String other) throws SQLException {
    TestDatabase.execute(LIFT_CHECKS);
    TestDatabase.execute(FILL.formatted(one, other));
  }
}
