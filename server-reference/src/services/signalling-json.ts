import { signalLimits } from '@venterum/contract';

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);

const STEP: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Index of the quotation mark that ends the string begun before `index`, or of the end of the text. */
const endOfString = (text: string, index: number): number => {
  let end = index;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
};

/**
 * Whether brackets nest deeper than allowed, read before parsing so that nobody makes the parser recurse.
 * Text that is no JSON may be misjudged here; the parser refuses it afterwards.
 */
export const nestsDeeper = (text: string, limit: number): boolean => {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') index = endOfString(text, index + 1);
    else depth += STEP[character] ?? 0;
    if (depth > limit) return true;
  }
  return false;
};

const refusePolluting = (key: string, value: unknown): unknown => {
  if (POLLUTING.has(key)) throw new SyntaxError('A key that reaches a prototype.');
  return value;
};

/** The JSON value of one frame; `undefined` when it is none, too deep, or has keys that reach a prototype. */
export const readFrame = (text: string): unknown => {
  if (nestsDeeper(text, signalLimits.jsonDepth)) return undefined;
  try {
    return JSON.parse(text, refusePolluting) as unknown;
  } catch {
    return undefined;
  }
};
