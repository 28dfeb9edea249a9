-- One fault for each check of check.sql, in a transaction that is taken back: what finds nothing here would find nothing ever.
\set QUIET on
begin;
update process.fact set evidence = jsonb_set(evidence, '{items,0,quote}', '"never said"') where id = (select min(id::text)::uuid from process.fact);
update analysis.evidence set quote = 'never said' where id = (select min(id::text)::uuid from analysis.evidence);
delete from blobs.blob where sha256 = (select min(body_sha256) from crawl.snapshot);
update process.document set body_sha256 = repeat('0', 64) where id = (select min(id::text)::uuid from process.document);
alter table gateway.audit_entry disable trigger user;
update gateway.audit_entry set action = 'SIGN_OUT' where sequence = 1;
update gateway.audit_head set hash = repeat('1', 64);
update analysis.signal set document_id = gen_random_uuid() where id = (select min(id::text)::uuid from analysis.signal);
update jobs.job set lease = null where state = 1;
\ir check.sql
rollback;
