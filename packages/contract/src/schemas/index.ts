export * from './entities.ts';
export * from './problem.ts';
export * from './routes.ts';
export * from './values.ts';
export * from './visits.ts';
