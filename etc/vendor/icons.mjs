// One sprite of the icons that are named in icons.txt; the rest of the set stays out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [source, target] = process.argv.slice(2);
const names = readFileSync(new URL('icons.txt', import.meta.url), 'utf8').trim().split('\n');
const symbols = names.map(name => {
  const file = [`${source}/outline/${name}.svg`, `${source}/filled/${name.replace(/-filled$/, '')}.svg`].find(existsSync);
  if (!file) {
    console.error(`no icon ${name}`);
    return '';
  }
  const shapes = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '').match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1]
    .replace(/<path stroke="none"[^>]*\/>/g, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
});
writeFileSync(target, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`);
