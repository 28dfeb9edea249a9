-- When a site may be visited, on the wall clock of the source's zone; all null for any time.

alter table source
  add column window_days text check (window_days ~ '^[A-Z]+DAY(,[A-Z]+DAY)*$'),
  add column window_from time,
  add column window_to time,
  add constraint source_window_check check (num_nulls(window_days, window_from, window_to) in (0, 3));
