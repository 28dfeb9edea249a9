import type {
  BattlecardBlock,
  BattlecardBlockRequest,
  BattlecardDraft,
  BattlecardDraftRequest,
  BattlecardLiveKind,
  BattlecardSectionKind,
  Citation,
} from '../../shared/api/types';

/** A block while it is written. `key` names it on the screen; `id` is the server's, once it has one. */
export type EditedBlock = {
  key: string;
  id?: string;
  text: string;
  live?: BattlecardLiveKind;
  citations: Citation[];
  /** As it came; shows live facts and origin until it is saved. */
  known?: BattlecardBlock;
};

export type EditedSection = {
  key: string;
  id?: string;
  kind: BattlecardSectionKind;
  title: string;
  blocks: EditedBlock[];
};

export type Edited = { name: string; audience: string; ownerId: string; sections: EditedSection[] };

let made = 0;

/** A name for something that is new on the screen. */
function newKey(): string {
  made += 1;
  return `new-${made}`;
}

export function editedOf(draft: BattlecardDraft): Edited {
  return {
    name: draft.name,
    audience: draft.audience,
    ownerId: draft.ownerId,
    sections: draft.sections.map((section) => ({
      key: section.id,
      id: section.id,
      kind: section.kind,
      title: section.title,
      blocks: section.blocks.map((block) => ({
        key: block.id,
        id: block.id,
        text: block.text,
        ...(block.live && { live: block.live }),
        citations: block.citations,
        known: block,
      })),
    })),
  };
}

/** The same words beside the live facts of today. */
export function withFacts(edited: Edited, draft: BattlecardDraft): Edited {
  const today = new Map(draft.sections.flatMap(({ blocks }) => blocks.map((block) => [block.id, block])));
  const told = (block: EditedBlock): EditedBlock => {
    const known = block.id === undefined ? undefined : today.get(block.id);
    return known ? { ...block, known } : block;
  };
  return {
    ...edited,
    sections: edited.sections.map((section) => ({ ...section, blocks: section.blocks.map(told) })),
  };
}

/** What is sent: texts that are still empty are left out. */
export function requestOf(edited: Edited): BattlecardDraftRequest {
  return {
    name: edited.name,
    audience: edited.audience,
    ownerId: edited.ownerId,
    sections: edited.sections.map(({ id, kind, title, blocks }) => ({
      ...(id !== undefined && { id }),
      kind,
      title,
      blocks: blocks.filter(({ live, text }) => live !== undefined || text.trim() !== '').map(blockRequest),
    })),
  };
}

function blockRequest({ id, text, live, citations }: EditedBlock): BattlecardBlockRequest {
  const named = id === undefined ? {} : { id };
  if (live !== undefined) return { ...named, kind: 'LIVE', live };
  return {
    ...named,
    kind: 'PROSE',
    text,
    citations: citations.map(({ documentId, start, end, quote, lineageId, signalId }) => ({
      documentId,
      start,
      end,
      quote,
      lineageId: lineageId ?? null,
      signalId: signalId ?? null,
    })),
  };
}

export function newSection(kind: BattlecardSectionKind, title: string): EditedSection {
  return { key: newKey(), kind, title, blocks: [] };
}

export function newText(): EditedBlock {
  return { key: newKey(), text: '', citations: [] };
}

export function newLive(live: BattlecardLiveKind): EditedBlock {
  return { key: newKey(), text: '', live, citations: [] };
}

/** The same list with one entry a place up or down; at the edge nothing moves. */
export function moved<T>(list: T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}
