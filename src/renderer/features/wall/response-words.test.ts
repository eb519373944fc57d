import { expect, it } from 'vitest';

import type { CityNames } from '../../i18n/city-names';
import type { Translate } from '../../i18n/t';
import { translate } from '../../i18n/t';
import { anAssignment, anIncident, T0 } from '../../live/testing/records';
import { responseWords } from './response-words';

const t: Translate = (key, parameters) => translate('id', key, parameters);
// Of all names only those of agencies are asked for.
const names = { agency: (code: string) => code } as CityNames;

it('groups the units by how far they have come, those on scene first', () => {
  const words = responseWords(
    anIncident(),
    [
      anAssignment({ unitId: 'PSC-02', enRouteAt: T0 }),
      anAssignment({ unitId: 'DMK-01', enRouteAt: T0, onSceneAt: T0 }),
      anAssignment({ unitId: 'DMK-03', onSceneAt: T0 }),
    ],
    names,
    t,
  );
  expect(words).toBe('DMK-01, DMK-03 di lokasi · PSC-02 menuju');
});

it('does not count a unit that has been cleared', () => {
  const cleared = anAssignment({ unitId: 'DMK-01', onSceneAt: T0, clearedAt: T0 });
  expect(responseWords(anIncident({ state: 'on_scene' }), [cleared], names, t)).toBe(
    'di lokasi · belum ada unit',
  );
});

it('says where an incident without units was forwarded to', () => {
  const incident = anIncident({ state: 'forwarded', agencyCodes: ['DAMKAR', 'PMI'] });
  expect(responseWords(incident, [], names, t)).toBe('diteruskan → DAMKAR, PMI');
});
