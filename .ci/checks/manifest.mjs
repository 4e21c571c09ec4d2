// The manifest is what editors, frameworks and our docs know of the elements; an element it does not describe does not exist for them.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { entries, root } from './entries.mjs';

const path = 'packages/elements/custom-elements.json';
const modules = JSON.parse(readFileSync(`${root}/${path}`, 'utf8')).modules;
const tags = entries
  .filter(({ place, name }) => place === 'packages/elements' && /^\.\/[^/]+\/define$/.test(name))
  .map(({ name }) => name.split('/')[1]);

const declarations = modules.flatMap((module) => module.declarations ?? []);
const definitions = modules
  .flatMap((module) => module.exports ?? [])
  .filter(({ kind }) => kind === 'custom-element-definition');

const undescribed = (declaration, key) =>
  (declaration[key] ?? [])
    .filter(({ description }) => !description)
    .map(({ name }) => `${key}: ${name || '(default)'} has no description`);

function problemsOf(tag) {
  const declaration = declarations.find(({ tagName }) => tagName === tag);
  if (!declaration) return ['no class with this @tag'];
  return [
    ...(definitions.some(({ name }) => name === tag) ? [] : ['no literal customElements.define']),
    ...(declaration.summary || declaration.description ? [] : ['no summary']),
    ...['attributes', 'events', 'slots', 'cssParts', 'cssProperties'].flatMap((key) =>
      undescribed(declaration, key),
    ),
  ];
}

const problems = tags.flatMap((tag) => problemsOf(tag).map((problem) => `<${tag}>: ${problem}`));
for (const problem of problems) console.error(problem);
console.log(`manifest: ${tags.length} elements, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
