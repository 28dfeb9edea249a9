-- A body may go once no row names it. Whoever is about to name one touches it first, and a body touched lately does
-- not go: the row that names it has the grace to come. Rows and bodies are locked by nothing else.
alter table blob add column put_at timestamptz not null default now();
comment on column blob.put_at is 'when it was put or touched last';

-- The roles may neither update nor delete a body; these two do exactly what may be done.

create function touch(hash text) returns boolean
  language sql security definer set search_path = blobs, pg_temp
as $$
  with touched as (update blob set put_at = now() where sha256 = hash returning 1)
  select exists (select from touched)
$$;
comment on function touch is 'whether the body is there; if so it was put now';

-- A touch that waits for this deletion finds nothing and puts the body anew; a deletion that waits for a touch
-- looks again and lets the body be.
create function drop_idle(hash text, grace interval) returns bigint
  language sql security definer set search_path = blobs, pg_temp
as $$
  with dropped as (delete from blob where sha256 = hash and put_at < now() - grace returning stored_bytes)
  select coalesce((select stored_bytes::bigint from dropped),
                  (select -1::bigint from blob where sha256 = hash), 0)
$$;
comment on function drop_idle is 'bytes given back; 0: there is none; -1: put within the grace, so it stays';

-- Who calls it knows that no row names the body, and only crawl knows.
revoke execute on function drop_idle from ciq_process, ciq_analysis, ciq_gateway;
