create index concurrently note_of_workspace on note (workspace_id);
