export * from './fake-clock.ts';
export * from './server-builders.ts';
export * from './test-network.ts';
export * from './test-world.ts';
