-- How a source is collected, beyond the way: in a browser or not, and what an external collector is to ask for.

alter table source
  add column rendering text not null default 'AUTO' check (rendering in ('NEVER', 'AUTO', 'ALWAYS')),
  add column options jsonb not null default '{}'::jsonb;
comment on column source.options is 'as the collector documents them: an actor and its input, an engine and its query';
