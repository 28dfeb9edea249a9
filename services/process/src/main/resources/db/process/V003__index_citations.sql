-- Which snapshots something was read from. Evidence of a change may be older than the version it is compared with.
create index document_by_snapshot on document (snapshot_id);
create index fact_by_document on fact (document_id) where valid_to is null;
create index change_from on change (from_snapshot_id);
create index change_to on change (to_snapshot_id);
create index change_evidence on change using gin (jsonb_path_query_array(content, '$.**.snapshotId'));
