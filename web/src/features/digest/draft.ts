import type { Category, Digest, DigestAudience, DigestRequest } from '../../shared/api/types';
import { t } from './words';

export const audiences = ['EXECUTIVE', 'SALES', 'PRODUCT', 'MARKETING', 'CUSTOM'] as const satisfies DigestAudience[];
export const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const categories = [
  'PRICING',
  'PRODUCT',
  'POSITIONING',
  'HIRING',
  'NEWS',
  'LEADERSHIP',
  'LEGAL',
  'OTHER',
] as const satisfies Category[];

/** A digest as its form holds it: everything is there, texts are as typed. */
export type Draft = {
  name: string;
  audience: DigestAudience;
  competitorId: string | undefined;
  tags: string;
  categories: Category[];
  significance: string;
  frequency: 'DAILY' | 'WEEKLY';
  time: string;
  day: (typeof days)[number];
  zone: string;
  channelIds: string[];
  recipients: string;
  enabled: boolean;
};

export function emptyDraft(zone: string): Draft {
  return {
    name: '',
    audience: 'EXECUTIVE',
    competitorId: undefined,
    tags: '',
    categories: [],
    significance: '40',
    frequency: 'WEEKLY',
    time: '07:00',
    day: 'MONDAY',
    zone,
    channelIds: [],
    recipients: '',
    enabled: true,
  };
}

export function draftOf({ selection, cadence, ...digest }: Digest): Draft {
  return {
    name: digest.name,
    audience: digest.audience,
    competitorId: selection.competitorIds[0],
    tags: selection.tags.join(', '),
    categories: selection.categories,
    significance: String(selection.leastSignificance),
    frequency: cadence.frequency,
    time: cadence.time.slice(0, 5),
    day: cadence.day ?? 'MONDAY',
    zone: cadence.zone,
    channelIds: digest.channelIds,
    recipients: digest.recipients.join(', '),
    enabled: digest.enabled,
  };
}

const list = (text: string) => text.split(/[,;\s]+/).filter(Boolean);
const tagsOf = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** What the form says, as the service wants it. A digest made elsewhere keeps the competitors this form cannot show. */
export function requestOf(draft: Draft, known?: Digest): DigestRequest {
  const more = known?.selection.competitorIds.slice(1) ?? [];
  return {
    name: draft.name.trim() || t(`audience.${draft.audience}`),
    audience: draft.audience,
    selection: {
      competitorIds: draft.competitorId ? [draft.competitorId, ...more] : [],
      tags: tagsOf(draft.tags),
      categories: draft.categories,
      leastSignificance: Number(draft.significance) || 0,
    },
    cadence: {
      frequency: draft.frequency,
      time: draft.time,
      day: draft.frequency === 'WEEKLY' ? draft.day : null,
      zone: draft.zone,
    },
    channelIds: draft.channelIds,
    recipients: list(draft.recipients),
    enabled: draft.enabled,
  };
}

/** The digest as a person would say it. */
export function sentence(draft: Draft, competitor: string | undefined, others = 0): string {
  const whom = [
    competitor,
    others > 0 && t('digest.sayCompetitors', { count: others }),
    tagsOf(draft.tags).length > 0 && t('digest.sayTagged', { tags: tagsOf(draft.tags).join(', ') }),
  ].filter(Boolean);
  const least = Number(draft.significance) || 0;
  return t('digest.say', {
    frequency: t(`frequency.${draft.frequency}`),
    when:
      draft.frequency === 'DAILY'
        ? t('digest.sayDaily', { time: draft.time, zone: draft.zone })
        : t('digest.sayWeekly', { day: t(`digestDay.${draft.day}`), time: draft.time, zone: draft.zone }),
    audience: t(`audience.${draft.audience}`).toLowerCase(),
    what: draft.categories.map((each) => t(`category.${each}`).toLowerCase()).join(', ') || t('digest.sayAll'),
    who: whom.join(', ') || t('digest.allCompetitors'),
    least: least > 0 ? t('digest.sayLeast', { least }) : '',
  });
}
