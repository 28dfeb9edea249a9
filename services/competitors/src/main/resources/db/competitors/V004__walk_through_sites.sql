-- A source may be the list of a site's pages.
alter table source drop constraint source_collector_check;
alter table source add constraint source_collector_check
  check (collector in ('BUILTIN', 'FEED', 'SITE', 'APIFY', 'SEARCHAPI'));
