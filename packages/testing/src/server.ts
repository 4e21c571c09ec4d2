export * from './fake-clock.ts';
export * from './server-builders.ts';
export * from './store-contract.ts';
export * from './coturn-config.ts';
