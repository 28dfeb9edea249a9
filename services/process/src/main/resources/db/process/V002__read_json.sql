-- JSON is read like a page: an endpoint, an external collector's answer, the list of a site's pages.
alter table document drop constraint document_failure_check;
alter table document add constraint document_failure_check check (failure in
  ('UNSUPPORTED_TYPE', 'EMPTY', 'TOO_LARGE', 'UNREADABLE_FEED', 'UNREADABLE_JSON', 'BODY_MISSING', 'READER_FAILED'));
