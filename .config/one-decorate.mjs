// TypeScript writes its helper for decorators into every file that has one; a bundle needs it once.
const ID = '\0decorate';
const HELPER = /^var __decorate = .*?^};$/ms;

/** For Rollup. */
export const oneDecorate = () => {
  let helper = '';
  return {
    name: 'one-decorate',
    resolveId: (source) => (source === ID ? ID : null),
    load: (id) => (id === ID ? `${helper}\nexport { __decorate };` : null),
    transform(code, id) {
      const found = id === ID ? undefined : HELPER.exec(code)?.[0];
      if (found === undefined) return null;
      helper = found;
      return { code: code.replace(found, () => `import { __decorate } from '${ID}';`), map: null };
    },
  };
};
