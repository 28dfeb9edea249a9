// How long the page takes to show what a key did, at a processor four times slower: the worst of each kind, as web-vitals tells it.
import { median, say, settled } from './browser.mjs';

const acts = {
  async jk({ keyboard }) {
    for (const key of 'jjjjjjjjjjjjkkkkjj') await press(keyboard, key);
  },
  async e({ keyboard }) {
    await press(keyboard, 'j');
    for (let i = 0; i < 6; i++) {
      await press(keyboard, 'e', 700);
      await press(keyboard, 'z', 700);
    }
  },
  async palette({ keyboard, opened }) {
    for (let i = 0; i < 2; i++) {
      await press(keyboard, 'Control+k', 800);
      for (const key of 'raised plan 7') await press(keyboard, key === ' ' ? 'Space' : key);
      await opened.waitForTimeout(1500);
      for (const key of ['ArrowDown', 'ArrowDown', 'Escape']) await press(keyboard, key);
    }
  },
  // The platform's own list is outside of the page: opened by a click, then its letters choose, as they do without opening it.
  async filter({ keyboard, opened }) {
    await opened.getByLabel('Category').click();
    await press(keyboard, 'Escape');
    for (const key of ['P', 'H', 'N']) await press(keyboard, key, 1200);
    await opened.getByLabel('Severity').focus();
    for (const key of ['H', 'M']) await press(keyboard, key, 1200);
  },
};

async function press(keyboard, key, rest = 160) {
  await keyboard.press(key);
  await new Promise((done) => setTimeout(done, rest));
}

const cpu = 4;
const runs = 3;

async function inpOf(chromium, act) {
  const { opened, measured, close } = await chromium.page({ cpu });
  try {
    await opened.goto('/');
    await settled(opened);
    await act({ keyboard: opened.keyboard, opened });
    await opened.waitForTimeout(1500);
    const { inp, inpOf: { interactionTarget, inputDelay, processingDuration, presentationDelay } } = await measured();
    return { inp, interactionTarget, inputDelay, processingDuration, presentationDelay };
  } finally {
    await close();
  }
}

export async function keys(chromium) {
  const rows = [];
  const details = {};
  for (const [name, act] of Object.entries(acts)) {
    const found = [];
    for (let run = 0; run < runs; run++) found.push(await inpOf(chromium, act));
    const inp = median(found.map((one) => one.inp));
    const one = found.find((each) => each.inp === inp);
    details[name] = found;
    say(`${name}: INP ${found.map((each) => each.inp)} ms; waited ${Math.round(one.inputDelay)}, handled ${Math.round(one.processingDuration)}, shown ${Math.round(one.presentationDelay)} at ${one.interactionTarget}`);
    rows.push({ metric: `inp_${name}_cpu${cpu}`, unit: 'ms', ours: inp, goal: '<=200', met: inp <= 200 });
  }
  return { rows, details };
}
