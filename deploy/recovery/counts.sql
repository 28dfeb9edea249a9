-- Rows of every table of ours, exactly: schema.table and number.
\set QUIET on
\pset format unaligned
\pset tuples_only on
\pset fieldsep ' '
select format('%I.%I', n.nspname, c.relname),
  (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::bigint
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition
  and n.nspname in ('jobs', 'blobs', 'flags', 'competitors', 'crawl', 'process', 'analysis', 'gateway')
order by 1;
