// A template's indentation is for its readers here; nobody there needs to fetch it.
const TAGS = new Set(['html', 'css', 'svg']);

/** White space that is collapsed by the browser anyway, and the comments of a style sheet. */
const collapse = {
  html: (text) => text.replace(/\s+/g, ' '),
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/ ([*/]) /g, '$1')
      .replace(/;}/g, '}')
      .replace(/(?<=[ :,(-])0\./g, '.')
      .replace(/(\[[a-z-]+\$?=)'([a-z-]+)'(?=])/g, '$1$2'),
};

function* templatesIn(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.type === 'TaggedTemplateExpression' && TAGS.has(node.tag.name)) yield node;
  for (const child of Object.values(node)) yield* templatesIn(child);
}

/** For Rollup: shortens what stands between the placeholders of Lit's templates and styles. */
export const minifyLiterals = () => ({
  name: 'minify-literals',
  transform(code, id) {
    if (id.includes('/node_modules/') && !id.includes('@venterum')) return null;
    const edits = [...templatesIn(this.parse(code))].flatMap(({ tag, quasi }) =>
      quasi.quasis.map(({ start, end, tail }, index) => {
        const text = collapse[tag.name === 'css' ? 'css' : 'html'](code.slice(start, end));
        const whole = index === 0 && tag.name === 'css' ? text.trimStart() : text;
        return { start, end, text: tail ? whole.replace(/(?<=[>}]) $/, '') : whole };
      }),
    );
    if (edits.length === 0) return null;
    edits.sort((a, b) => b.start - a.start);
    const shorter = edits.reduce(
      (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      code,
    );
    return { code: shorter, map: null };
  },
});
