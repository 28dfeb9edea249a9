import * as v from 'valibot';
import type { Category } from '../../shared/api/types';

/** The tabs of a competitor in the order of their keys, 1 to 8. */
export const tabs = ['overview', 'timeline', 'pricing', 'features', 'news', 'jobs', 'ads', 'sources'] as const;

export const ranges = ['30d', '90d', '365d'] as const;

export type Range = (typeof ranges)[number];

/** What all tabs share in the address: the period that charts look back on. */
export const dossierSearch = v.object({ range: v.optional(v.fallback(v.picklist(ranges), '90d'), '90d') });

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

export const timelineSearch = v.object({ category: v.fallback(v.optional(v.picklist(categories)), undefined) });
