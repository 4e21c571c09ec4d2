import type { Consent, Visit } from '@venterum/contract';
import type { DomainEvent, DataStore } from '@venterum/server-reference';
import { testClinics } from './server-builders.ts';

/** A store under test, and what it has published. */
export interface StoreWorld {
  readonly store: DataStore;
  readonly published: readonly DomainEvent[];
}

/** One thing every store must do. */
export interface StoreCase {
  readonly title: string;
  readonly run: (world: StoreWorld) => Promise<void>;
}

/** A moment. */
export const now = '2026-11-23T08:00:00.000Z';
/** An hour after. */
export const later = '2026-11-23T09:00:00.000Z';
/** The two test clinics. */
export const seed = (store: DataStore): Promise<void> =>
  store.transact(async (tx) => {
    for (const clinic of testClinics) await tx.clinics.save(clinic);
  });

/** Keeps visits that are never due. */
export const saveVisits = (store: DataStore, ...visits: readonly Visit[]): Promise<void> =>
  store.transact(async (tx) => {
    for (const visit of visits) await tx.visits.save(visit, undefined);
  });

/** A declaration. */
export const consent: Consent = {
  id: 'consent-1',
  purpose: 'declaration',
  textVersion: '2026-11',
  language: 'da',
  textHash: 'a'.repeat(64),
  recordedBy: 'principal-1',
  recordedAt: now,
};
