import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consentText, currentConsentTextVersion } from './consent-texts.ts';

describe('consent texts', () => {
  it('B11: exist for every purpose and language of the version in force', () => {
    for (const purpose of ['declaration', 'consent'] as const)
      for (const language of ['da', 'en'] as const)
        assert.ok(consentText({ version: currentConsentTextVersion, purpose, language }));
  });

  it('B11: keep the wording of the Danish declaration', () => {
    assert.equal(
      consentText({ version: '2026-11', purpose: 'declaration', language: 'da' }),
      'Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video.',
    );
  });

  it('are not invented for a version that never was', () => {
    assert.equal(consentText({ version: '1999-01', purpose: 'consent', language: 'da' }), undefined);
  });
});
