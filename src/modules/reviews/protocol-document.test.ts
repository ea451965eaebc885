// Proves R-31.
import { expect, test } from 'vitest'
import type { ApplicationId, Day } from '../../kernel/types.ts'
import { protocolDocument } from './protocol-document.ts'

test('a protocol says its agenda, then who was heard, then what was decided', () => {
  const doc = protocolDocument(
    {
      callTitle: 'Приём заявок',
      number: 1,
      heldOn: '2021-08-25' as Day,
      place: 'Санкт-Петербург',
      operator: 'ГАОУ ДПО «ЛОИРО»',
      chair: { name: 'Ветров Олег Павлович', post: 'ректор' },
      secretary: { name: 'Снигур Нина Андреевна', post: 'методист' },
      members: [{ name: 'Голубых Елена Викторовна', post: '' }],
      note: '',
      rows: [
        {
          applicationId: 'a' as ApplicationId,
          number: 7,
          organisations: 'МОУ «Школа № 3»',
          theme: 'Чтение',
          totals: [80, 90],
          figures: {
            sent: 2,
            median: 85,
            mean: 85,
            spread: 10,
            recommendations: { support: 2, supportWithRemarks: 0, reject: 0 },
          },
          words: 'Поддержать.',
        },
      ],
    },
    { isDraft: false, review: 'экспертизы' },
  )
  const said = doc.sections.flatMap(({ blocks }) => blocks).map((block) => JSON.stringify(block))
  const places = [
    'Повестка дня',
    'О результатах экспертизы программ: 1 заявка',
    'Слушали',
    'Н. А. Снигур — о результатах',
    'Решили',
    'Поддержать',
  ].map((text) => said.findIndex((block) => block.replaceAll('\u00a0', ' ').includes(text)))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})
