// One word, one meaning: a name declared in two packages sends the reader to the wrong one. Re-exports are fine.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { entries, published, root } from './entries.mjs';

const files = entries.map(({ source }) => join(root, source)).filter((file) => existsSync(file));
const program = ts.createProgram(files, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['source'],
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
});
const checker = program.getTypeChecker();

/** Where a name was first declared, past every alias; undefined for what is not ours. */
function origin(symbol) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const file = target.declarations?.[0]?.getSourceFile().fileName;
  const path = file && relative(root, file).replaceAll('\\', '/');
  return published.some((place) => path?.startsWith(`${place}/src/`)) ? path : undefined;
}

const declared = new Map();
for (const file of files) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  for (const symbol of module ? checker.getExportsOfModule(module) : []) {
    const from = origin(symbol);
    if (from) declared.set(symbol.name, (declared.get(symbol.name) ?? new Set()).add(from));
  }
}

const twice = [...declared].filter(([, origins]) => origins.size > 1);
for (const [name, origins] of twice) console.error(`${name} is declared in ${[...origins].join(' and in ')}`);
console.log(
  `names: ${declared.size} public names in ${files.length} entries, ${twice.length} declared twice`,
);
process.exitCode = twice.length > 0 ? 1 : 0;
