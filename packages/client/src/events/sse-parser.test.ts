import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createSseParser, type SseMessage } from './sse-parser.ts';

const parseAll = (pieces: readonly string[]): readonly SseMessage[] => {
  const messages: SseMessage[] = [];
  const parse = createSseParser((message) => messages.push(message));
  for (const piece of pieces) parse(piece);
  return messages;
};

const word = fc.string({ unit: fc.constantFrom('a', 'ø', '7', ':', ' ', '{', '"') });
const message = fc.record({
  id: fc.option(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { nil: undefined }),
  type: fc.option(fc.stringMatching(/^[a-z-]{1,8}$/), { nil: undefined }),
  lines: fc.array(word, { minLength: 1, maxLength: 4 }),
  comment: fc.option(word, { nil: undefined }),
});
const ending = fc.constantFrom('\n', '\r', '\r\n');

const cut = (text: string, places: readonly number[]): readonly string[] => {
  const at = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return at.slice(1).map((end, index) => text.slice(at[index], end));
};

describe('createSseParser', () => {
  test('reads the same messages wherever the stream is cut and however lines end', () => {
    fc.assert(
      fc.property(fc.array(message), ending, fc.array(fc.nat()), (messages, end, places) => {
        let lastId = '';
        const expected = messages.map(({ id, type, lines }) => {
          lastId = id ?? lastId;
          return { id: lastId, type: type ?? 'message', data: lines.join('\n') };
        });
        const text = messages
          .flatMap(({ id, type, lines, comment }) => [
            ...(comment === undefined ? [] : [`:${comment}`]),
            ...(id === undefined ? [] : [`id: ${id}`]),
            ...(type === undefined ? [] : [`event:${type}`]),
            ...lines.map((line) => `data: ${line}`),
            '',
          ])
          .map((line) => line + end)
          .join('');
        assert.deepEqual(parseAll(cut(text, places)), expected);
      }),
    );
  });

  test('takes line feed and carriage return of one ending from two pieces', () => {
    assert.deepEqual(parseAll(['data: a\r', '\ndata: b\r', '\n\r', '\n']), [
      { id: '', type: 'message', data: 'a\nb' },
    ]);
  });

  test('leaves out comments, unknown fields, messages without data and a byte order mark', () => {
    const pieces = ['\uFEFF: ping\n\n', 'retry: 5000\n\n', 'event: nothing\n\n', 'data\n\n', 'data:x\n\n'];
    assert.deepEqual(
      parseAll(pieces).map(({ type, data }) => [type, data]),
      [
        ['message', ''],
        ['message', 'x'],
      ],
    );
  });

  test('ignores an id that holds a null character', () => {
    assert.equal(parseAll(['id: 1\ndata: a\n\nid: \0\ndata: b\n\n'])[1]?.id, '1');
  });

  test('says nothing of a message that is not ended', () => {
    assert.deepEqual(parseAll(['data: half', '\n']), []);
  });
});
