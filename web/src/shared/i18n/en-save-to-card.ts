/** Texts of saving something to a battlecard. Loaded by the screens that offer it only. */
export const saveToCard = {
  'saveCard.open': 'Add to a battlecard',
  'saveCard.title': 'Add to a battlecard',
  'saveCard.card': 'Battlecard',
  'saveCard.section': 'Section',
  'saveCard.text': 'What it shall say',
  'saveCard.cites': {
    one: 'It keeps its source, which opens at the quote.',
    other: 'It keeps its {count} sources, which open at their quotes.',
  },
  'saveCard.none': 'There is no battlecard yet.',
  'saveCard.make': 'Make one',
  'saveCard.noSection': 'This card has no section yet; add one in its editor.',
  'saveCard.do': 'Add to the draft',
  'saveCard.done': 'Added to the draft. Readers see it once it is published.',
  'saveCard.goTo': 'Open the draft',
} as const;
