-- A PDF is read like a page; what cannot be read says which PDF it is.
alter table document drop constraint document_failure_check;
alter table document add constraint document_failure_check check (failure in
  ('UNSUPPORTED_TYPE', 'EMPTY', 'TOO_LARGE', 'UNREADABLE_FEED', 'UNREADABLE_JSON', 'UNREADABLE_PDF', 'LOCKED_PDF',
   'PDF_WITHOUT_TEXT', 'BODY_MISSING', 'READER_FAILED'));
