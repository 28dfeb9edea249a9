const drawn = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
];
const namespace = 'http://www.w3.org/2000/svg';

/**
 * A chart with its title and legend as one self-contained SVG: colours as they are on screen, in attributes and not in
 * styles, which the policy of the page would not let in.
 */
export function standAlone(chart: SVGSVGElement, title: string, labels: { text: string; sample: SVGElement | null }[]) {
  const width = chart.width.baseVal.value;
  const height = chart.height.baseVal.value;
  const style = getComputedStyle(document.body);
  const rows = legendRows(labels, width);
  const svg = element('svg', {
    xmlns: namespace,
    width,
    height: height + 40 + rows.height,
    'font-family': 'sans-serif',
  });
  svg.append(element('rect', { width, height: height + 40 + rows.height, fill: surface() }));
  const heading = element('text', { x: 12, y: 22, 'font-size': 14, 'font-weight': 600, fill: style.color });
  heading.textContent = title;
  const picture = inAttributes(chart);
  picture.setAttribute('y', '32');
  svg.append(heading, picture);
  for (const { label, sample, x, y } of rows.items) {
    const group = element('g', { transform: `translate(${x},${height + 44 + y})` });
    if (sample) group.append(inAttributes(sample));
    const text = element('text', { x: 28, y: 10, 'font-size': 12, fill: style.color });
    text.textContent = label;
    group.append(text);
    svg.append(group);
  }
  return svg as SVGSVGElement;
}

function surface(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--ciq-surface').trim() || '#ffffff';
}

function legendRows(labels: { text: string; sample: SVGElement | null }[], width: number) {
  let x = 12;
  let y = 0;
  const items = labels.map(({ text, sample }) => {
    const length = 44 + text.length * 7;
    if (x > 12 && x + length > width) {
      x = 12;
      y += 20;
    }
    const item = { label: text, sample, x, y };
    x += length;
    return item;
  });
  return { items, height: labels.length > 0 ? y + 24 : 0 };
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function inAttributes(source: SVGElement): SVGElement {
  const copy = source.cloneNode(true) as SVGElement;
  const originals = [source, ...source.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (!target) return;
    const style = getComputedStyle(original);
    for (const name of drawn) {
      const value = style.getPropertyValue(name);
      if (value && !(name === 'fill' && value.includes('url('))) target.setAttribute(name, value);
    }
    target.removeAttribute('style');
    target.removeAttribute('class');
  });
  return copy;
}

/** The picture at twice its size, so that it is sharp on paper and in a chat. Fails when the browser cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = (width ?? 0) * 2;
  canvas.height = (height ?? 0) * 2;
  const context = canvas.getContext('2d');
  context?.scale(2, 2);
  context?.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser cannot draw the picture.'))));
  });
}
