import { routes, type Route, type RouteName } from '@venterum/contract';
import { policyWords } from './policy-words.ts';
import { policies } from '../services/policy.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const json = (value: unknown): string => escaped(JSON.stringify(value, null, 2));

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const rowOf = (name: RouteName): string => {
  const { method, path, creates }: Route = routes[name];
  const cells = [
    `<code>${method}</code>`,
    `<code>${escaped(path)}</code>`,
    escaped(policyWords(policies[name])),
    creates === true ? 'yes' : '',
  ];
  return `<tr id="${name}"><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
};

const schemaOf = ([name, schema]: readonly [string, unknown]): string =>
  `<details id="schema-${escaped(name)}"><summary>${escaped(name)}</summary><pre>${json(schema)}</pre></details>`;

/** A page to read the API on: no script, nothing from elsewhere. */
export const docsPage = (document: unknown): string => {
  const { schemas } = (document as Document).components;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Venterum API</title><link rel="stylesheet" href="/docs.css"></head>
<body><main>
<h1>Venterum API</h1>
<p>The whole description for tools is <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).
Events come from <code>GET /v1/events</code>, as server-sent events.</p>
<h2>Routes</h2>
<table><thead><tr><th scope="col">Name</th><th scope="col">Method</th><th scope="col">Path</th>
<th scope="col">For</th><th scope="col">Idempotency-Key</th></tr></thead>
<tbody>${(Object.keys(routes) as RouteName[]).map(rowOf).join('\n')}</tbody></table>
<h2>Schemas</h2>
${Object.entries(schemas).map(schemaOf).join('\n')}
</main></body></html>`;
};

/** The page's looks. */
export const docsStyle = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
main{max-width:64rem;margin:0 auto;padding:1.5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.375rem .75rem;border-block-end:1px solid color-mix(in srgb,currentColor 20%,transparent)}
pre{overflow:auto;padding:1rem;background:color-mix(in srgb,currentColor 6%,transparent)}
summary{cursor:pointer;padding:.375rem 0}`;
