// gen-site.mjs OUT [PAGES]: a site as a software company might have, the same on every run: home, pricing, features, blog,
// docs, jobs and listings; 20 to 60 KB of HTML each with navigation, footer, cookie banner, styles, scripts and structured
// data; a .gz beside each file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';

const [out, count = '2000'] = process.argv.slice(2);
const pages = Number(count);
let seed = 42;
const random = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const WORDS = ('the team price plan customer support report data export invoice month year feature page growth market search '
  + 'mobile secure cloud local simple fast launch release update change owner workspace project ticket inbox message answer '
  + 'integration api webhook audience segment campaign insight forecast budget contract trial upgrade seat usage limit quota').split(' ');
const sentence = (n) => { const w = Array.from({ length: n }, () => pick(WORDS)); w[0] = w[0][0].toUpperCase() + w[0].slice(1); return `${w.join(' ')}.`; };
const paragraph = () => Array.from({ length: 3 + below(5) }, () => sentence(6 + below(12))).join(' ');
const kinds = ['product', 'blog', 'docs', 'jobs', 'feature', 'listing'];
const urls = ['/index.html', '/pricing.html'];
for (let i = 1; urls.length < pages; i++) { const kind = pick(kinds); urls.push(`/${kind}/${kind}-${String(i).padStart(5, '0')}.html`); }
const repeat = (n, make) => Array.from({ length: n }, (_, i) => make(i)).join('');
const css = repeat(90, (i) => `.c${i}-${below(1 << 20).toString(16)}{margin:${i % 9}px;padding:${i % 7}px;color:#${below(1 << 24).toString(16)}}`);
const js = `!function(){${repeat(60, (i) => `window.__m${i}=function(a,b){return a*${below(999)}+b||"${below(1 << 30).toString(16)}"};`)}}();`;
const nav = repeat(28, (i) => `<li class="menu-item menu-item-${i}"><a href="${pick(urls)}" class="nav-link nav-link--primary">${sentence(2)}</a></li>`);
const footer = repeat(5, () => `<div class="footer-col"><h4>${sentence(2)}</h4><ul>${repeat(7, () => `<li><a href="${pick(urls)}">${sentence(3)}</a></li>`)}</ul></div>`);

function body(kind, index, size) {
  let html = '';
  if (index < 2) html += repeat(4, (i) => `<section class="plan card"><h3>Plan ${i}</h3><div class="price"><span class="amount">$${19 + 30 * i}</span><span class="per">/user/month</span></div><ul>${repeat(9, () => `<li>${sentence(7)}</li>`)}</ul></section>`);
  if (kind === 'product') html += `<h1>Product ${index}</h1><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name: `Product ${index}`, offers: { '@type': 'Offer', price: below(99999) / 100, priceCurrency: 'EUR' } })}</script>`;
  while (html.length < size) {
    const text = paragraph();
    if (random() < 0.12) html += `<h2 id="s${html.length}">${text.slice(0, 50)}</h2>`;
    html += `<div class="row c${below(90)}"><div class="col-md-8"><p class="text-body mb-3" data-id="${below(1 << 30)}">${text}</p></div></div>`;
    if (random() < 0.25) html += `<figure><img src="/img/${below(999)}.webp" alt="${text.slice(0, 40)}" loading="lazy" width="640" height="360"></figure>`;
    if (random() < 0.35) html += `<p>See also <a href="${pick(urls)}">${text.slice(0, 30)}</a>.</p>`;
    if (random() < 0.08) html += `<ul>${repeat(6, () => `<li>${sentence(10)}</li>`)}</ul>`;
  }
  return html;
}

let bytes = 0;
urls.forEach((url, index) => {
  const kind = url.split('/')[1];
  const related = [urls[(index + 1) % pages], urls[(index * 7 + 3) % pages], ...Array.from({ length: 14 }, () => pick(urls))];
  const title = `${kind} page ${index}`;
  const head = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title} | Acme</title><meta name="description" content="${sentence(18)}"><link rel="canonical" href="${url}"><meta property="og:title" content="${title}"><style>${css.slice(0, 6000)}</style><script>${js.slice(0, 5000)}</script></head>\n<body class="page page-${kind}"><div id="cookie-banner" role="dialog">We use cookies. <button>Accept</button></div><header><nav><ul>${nav}</ul></nav></header><main><article>`;
  const tail = `</article><aside class="related"><h3>Related</h3><ul>${related.map((r) => `<li><a href="${r}">${sentence(5)}</a></li>`).join('')}</ul></aside></main><footer>${footer}<p>2026 Acme. Build ${index}.</p></footer></body></html>`;
  const html = head + body(kind, index, Math.max(2000, (20 + below(40)) * 1024 - head.length - tail.length)) + tail;
  const file = out + url;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
  writeFileSync(`${file}.gz`, gzipSync(html, { level: 6 }));
  bytes += html.length;
});
writeFileSync(`${out}/robots.txt`, 'User-agent: *\nDisallow: /private/\n');
console.log(JSON.stringify({ pages, averageKiB: Math.round(bytes / pages / 102.4) / 10 }));
