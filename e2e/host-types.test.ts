import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A host's own source, checked against what the packages publish. */
const hostFile = fileURLToPath(new URL('host.ts', import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

let last: ts.Program | undefined;

const faultsIn = (source: string): readonly string[] => {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => file === hostFile || disk.fileExists(file),
    readFile: (file) => (file === hostFile ? source : disk.readFile(file)),
    getSourceFile: (file, version) =>
      file === hostFile ? ts.createSourceFile(file, source, version) : disk.getSourceFile(file, version),
  };
  last = ts.createProgram({
    rootNames: [hostFile],
    options,
    host,
    ...(last === undefined ? {} : { oldProgram: last }),
  });
  return ts
    .getPreEmitDiagnostics(last)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

/** Each entry with an event that only it brings, and a field of its facts. */
const events: readonly (readonly [entry: string, type: string, field: string])[] = [
  ['clinic-settings', 'members-changed', 'change'],
  ['clinic-settings', 'plan-changed', 'planned'],
  ['consent-form', 'consent-given', 'consentId'],
  ['device-check', 'devices-ready', 'microphone'],
  ['queue-join', 'visit-joined', 'visitId'],
  ['queue-join', 'visit-ended', 'outcome'],
  ['sms-invite', 'invite-sent', 'invites'],
  ['video-room', 'call-ended', 'visitId'],
  ['waiting-room', 'queue-changed', 'waiting'],
  ['waiting-room', 'visit-ended', 'outcome'],
];

describe('a host in TypeScript', () => {
  for (const [entry, type, field] of events)
    for (const suffix of ['', '/define'])
      it(`hears ${type} typed, by ${entry}${suffix} alone`, () => {
        const listen = (name: string): string =>
          `import '@venterum/elements/${entry}${suffix}';
          document.body.addEventListener('${type}', ({ detail }) => detail.${name});`;
        assert.deepEqual(faultsIn(listen(field)), []);
        assert.match(faultsIn(listen('nothingOfTheKind')).join(), /nothingOfTheKind/);
      });

  it('finds types, events and the default client at the root, and a misspelt word', () => {
    const use = (key: string): string =>
      `import { setDefaultClient, VisitEndedEvent, type ElementStrings, type ThemeName, type WaitingRoomElement } from '@venterum/elements';
      export const strings = { 'queue-join': { ${key}: 'Gå ind' } } satisfies ElementStrings;
      export const theme: ThemeName = 'dark';
      export const countOf = ({ visits }: WaitingRoomElement): number => visits.length;
      export const outcomeOf = (event: Event) => event instanceof VisitEndedEvent ? event.detail.outcome : undefined;
      setDefaultClient(undefined);`;
    assert.deepEqual(faultsIn(use('enter')), []);
    assert.match(faultsIn(use('entre')).join(), /entre/);
  });
});
