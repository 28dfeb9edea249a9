-- Which versions stated how many facts of each kind is asked for every source that is listed, ended facts included; without this
-- each question reads all facts there are.
create index fact_of_source on fact (source_id, observed_at, last_seen, kind);
