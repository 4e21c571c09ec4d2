export * from './signalling-hub.ts';
