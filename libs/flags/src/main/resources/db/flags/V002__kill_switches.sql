-- What can be stopped at once. The keys are those of the code's Flag.
insert into flag (key, kind, enabled, owner, description) values
  ('crawl.enabled', 'KILL_SWITCH', true, 'crawl',
   'Collecting: visits, providers and discovery. Off, their jobs wait and go on by themselves when it is on again.'),
  ('process.enabled', 'KILL_SWITCH', true, 'process',
   'Reading of snapshots into documents, facts and changes. Off, the jobs wait and go on by themselves when it is on again.'),
  ('model.enabled', 'KILL_SWITCH', true, 'analysis',
   'Calls to language models. Off, none is asked: signals show without an assessment, which is made when it is on again.'),
  ('signup.enabled', 'KILL_SWITCH', true, 'gateway',
   'New accounts. Off, nobody can accept an invitation with a new account or come through the identity provider for the first time.');
