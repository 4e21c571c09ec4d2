// The entry points are read from `exports`, so that what is published and what is documented are the same.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OptionDefaults } from 'typedoc';
import { entries, root } from '../.ci/checks/entries.mjs';

const documented = entries
  .filter(({ name }) => !name.endsWith('/define') && name !== './main')
  .map(({ source }) => join(root, source))
  .filter((file) => existsSync(file));

export default {
  name: 'Venterum',
  entryPoints: documented,
  entryPointStrategy: 'resolve',
  tsconfig: join(root, 'tsconfig.json'),
  out: join(root, 'docs/api'),
  readme: 'none',
  // The custom elements manifest reads these; typedoc only has to know them.
  blockTags: [
    ...OptionDefaults.blockTags,
    '@tag',
    '@fires',
    '@slot',
    '@csspart',
    '@cssprop',
    '@cssproperty',
    '@cssstate',
    '@attr',
    '@attribute',
  ],
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  githubPages: false,
  disableSources: true,
  validation: { notExported: false, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: ['Class', 'Interface', 'Function', 'TypeAlias', 'Variable', 'Enum'],
  // Comments inherited from a library speak of the library's own names and tags.
  suppressCommentWarningsInDeclarationFiles: true,
  treatWarningsAsErrors: true,
};
