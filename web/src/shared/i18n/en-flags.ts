import type { Message } from './en';

/** Texts of flags. */
export const flags = {
  'flags.title': 'Flags',
  'flags.lead':
    'Switches of the whole installation, for all workspaces. A flip is known in every service within seconds and stands in the audit log.',
  'flags.list': 'All flags',
  'flags.none': 'This installation has no flags.',
  'flags.onlyQueueAdmins':
    'Flags belong to the whole installation. Only queue admins see and change them; another queue admin can make you one.',
  'flags.kind.KILL_SWITCH': 'Kill switch',
  'flags.kind.ROLLOUT': 'Rollout',
  'flags.stopped': 'Stopped',
  'flags.off': 'Off',
  'flags.on': 'On',
  'flags.share': 'On for {percentage} %',
  'flags.owner': 'owner {owner}',
  'flags.stays': 'stays for good',
  'flags.expires': 'to be gone by {day}',
  'flags.expired': 'should have been gone by {day}',
  'flags.changed': 'last changed',
  'flags.onFor': { one: 'always on for {count} workspace', other: 'always on for {count} workspaces' },
  'flags.offFor': { one: 'off for {count} workspace', other: 'off for {count} workspaces' },
  'flags.stop': 'Stop',
  'flags.stopLabel': 'Stop {key}',
  'flags.stopTitle': 'Stop {key} for everybody?',
  'flags.stopNow': 'Stop it now',
  'flags.resume': 'Let it go on',
  'flags.resumeLabel': 'Let {key} go on',
  'flags.resumeTitle': 'Let {key} go on?',
  'flags.resumeBody': 'Within seconds it is as it was before it was stopped; work that waited is taken up.',
  'flags.edit': 'Edit',
  'flags.editLabel': 'Edit {key}',
  'flags.editTitle': 'Who has {key}',
  'flags.enabled': 'On',
  'flags.percentage': 'Percentage of the workspaces',
  'flags.percentageBad': 'A whole number from 0 to 100.',
  'flags.onForField': 'Always on for these workspaces',
  'flags.offForField': 'Off for these workspaces',
  'flags.idsHelp': 'Ids, one a line. The one you are in is {id}.',
  'flags.idsBad': 'Each line is the id of a workspace.',
  'flags.save': 'Save',
  'flags.conflict': 'Somebody else changed this flag meanwhile',
  'flags.conflictHelp': 'Now: {now}. Nothing of yours was saved; if you go on, it replaces theirs.',
  'flags.stopsOther': 'It is off for every workspace within seconds, whatever else is set.',
  'stops.rum.enabled': 'Timings that browsers send are thrown away. Nothing else changes.',
  'stops.crawl.enabled':
    'Nothing goes out to collect any more: no visits, no providers, no discovery. Jobs wait and lose nothing; sources grow old meanwhile.',
  'stops.process.enabled':
    'Snapshots are kept but not read: no new documents, facts, changes or signals. Jobs wait and lose nothing.',
  'stops.model.enabled':
    'No language model is asked. Signals show without an assessment until it goes on; answers are made of extracts alone.',
  'stops.signup.enabled':
    'Nobody gets a new account, neither by invitation nor through the identity provider. Who has one signs in as always.',
} as const satisfies Record<string, Message>;
