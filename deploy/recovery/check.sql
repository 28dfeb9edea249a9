-- Looks through a database after a restore: one row per check, with what was looked at and what is wrong. Only reads, and only as a
-- role that row-level security does not hold (the superuser, or the owner ciq_migrator).
\set QUIET on
\pset format unaligned
\pset tuples_only on
\pset fieldsep '\t'
with quote as (
  select 'facts' as whose, (e ->> 'documentId')::uuid as document_id, e ->> 'quote' as quote, (e ->> 'start')::int as from_character
  from process.fact f, jsonb_array_elements(f.evidence -> 'items') e where (e ->> 'verified')::boolean
  union all
  select 'signals', document_id, quote, start_offset from analysis.evidence where verified
), quoted as (
  -- Offsets count as Java does; past a character outside the basic plane PostgreSQL counts otherwise, and finding it has to do.
  select whose, d.id is not null and (substr(d.body, from_character + 1, char_length(quote)) = quote
      or (d.body ~ '[\U00010000-\U0010FFFF]' and position(quote in d.body) > 0)) as holds
  from quote q left join process.document d on d.id = q.document_id
), link as (
  select e.chain, e.sequence, e.hash,
    e.previous_hash = lag(e.hash, 1, repeat('0', 64)) over w and e.sequence = row_number() over w
      and e.hash = gateway.audit_digest(E'ciq-audit-1\n' || gateway.audit_field(e.chain::text) || gateway.audit_field(e.sequence::text)
        || gateway.audit_field(e.previous_hash) || gateway.audit_field(e.id::text) || gateway.audit_field(e.workspace_id::text)
        || gateway.audit_field(e.account_id::text) || gateway.audit_field(e.action) || gateway.audit_field(e.trace_id)
        || gateway.audit_field(((extract(epoch from e.created_at) * 1000000)::bigint)::text)
        || gateway.audit_field(e.origin_digest) || gateway.audit_field(e.detail_digest)) as holds
  from gateway.audit_entry e window w as (partition by e.chain order by e.sequence)
), last_link as (
  select distinct on (chain) chain, sequence, hash from link order by chain, sequence desc
)
select 'quotes of ' || whose || ' that stand in their document', count(*), count(*) filter (where not holds) from quoted group by whose
union all
select 'snapshots with their body', count(*), count(*) filter (where b.sha256 is null and r.snapshot_id is null)
from crawl.snapshot s left join blobs.blob b on b.sha256 = s.body_sha256 left join crawl.release r on r.snapshot_id = s.id
union all
select 'documents of the body of their snapshot', count(*), count(*) filter (where s.body_sha256 is distinct from d.body_sha256)
from process.document d left join crawl.snapshot s on s.id = d.snapshot_id where d.body_sha256 is not null
union all
select 'links of the audit chains', count(*), count(*) filter (where not holds) from link
union all
select 'heads of the audit chains', count(*),
  count(*) filter (where h.sequence <> coalesce(l.sequence, 0) or (l.hash is not null and h.hash <> l.hash))
from gateway.audit_head h left join last_link l using (chain)
union all
select 'signals of a document that is there', count(*), count(*) filter (where d.id is null)
from analysis.signal s left join process.document d on d.id = s.document_id
union all
select 'running jobs with a lease', count(*), count(*) filter (where lease is null) from jobs.job where state = 1;
