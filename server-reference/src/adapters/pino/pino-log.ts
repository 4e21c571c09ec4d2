import { pino, type DestinationStream } from 'pino';
import type { Log, LogEvent } from '../../ports/log.ts';

/** Ten digits that begin like a date: nothing the server logs looks so, unless it is a CPR number. */
const numberOfAPerson = /\b[0-3]\d[01]\d{3}[- ]?\d{4}\b/g;
/** Line ends to some readers of JSON. */
const lineSeparators = /[\u2028\u2029]/g;

/** The last wall: what should not be in a line is taken out of it, and said to be. */
export const guardedLine = (line: string): string =>
  line.replace(numberOfAPerson, '[removed]').replace(lineSeparators, ' ');

const levels: Readonly<Record<LogEvent['event'], 'error' | 'warn' | 'info'>> = {
  fault: 'error',
  'login-refused': 'warn',
  'code-refused': 'warn',
  request: 'info',
  started: 'info',
  stopping: 'info',
  stopped: 'info',
  'key-created': 'warn',
  'session-started': 'info',
  'session-ended': 'info',
  sms: 'info',
  'sms-pumping': 'error',
  'sms-report-refused': 'warn',
  swept: 'info',
  signalling: 'info',
};

/** Writes events as lines of JSON. Only what the closed union of events has gets in. */
export const createPinoLog = (destination: DestinationStream): Log => {
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' },
    {
      write: (line: string) => {
        destination.write(guardedLine(line));
      },
    },
  );
  return {
    write: ({ event, ...fields }) => {
      logger[levels[event]](fields, event);
    },
  };
};
