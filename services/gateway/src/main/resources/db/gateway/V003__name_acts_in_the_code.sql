-- What may stand in the trail is what the code can write (AuditAction). A list kept here as well would
-- have to be changed by every feature that adds an act; the form is enough to keep rubbish out.
alter table audit_entry
  drop constraint audit_entry_action_check,
  add constraint audit_entry_action_check check (action ~ '^[A-Z][A-Z_]{2,60}$');
