import { longDate } from '../../../kernel/dates.ts'
import type { Effect } from '../../../kit/order/effects.ts'
import { type ChoiceName, point, quality, type Template } from '../../../kit/order/template.ts'
import { role } from '../../../regulation/questions.ts'

/** An order that puts one person in charge, under the regulation's own word for the role. */
export const appointing = (
  as: 'coordinator' | 'methodist',
  said: Pick<Template, 'name' | 'hint' | 'place'>,
  asks: readonly ChoiceName[],
): Template => ({
  code: as === 'coordinator' ? 'appointCoordinator' : 'appointMethodist',
  ...said,
  asks,
  fits: (regulation) => role(regulation, as).value !== null,
  write({ regulation, choices, personTitle, site, today }) {
    const words = role(regulation, as).value?.words
    const person = choices.personId
    const from = choices.from ?? (site && site.from > today ? site.from : today)
    const effects: Effect[] =
      person === null
        ? []
        : [
            {
              kind: 'appoint',
              personId: person,
              as,
              siteId: choices.siteId,
              from,
              to: choices.to ?? site?.to ?? null,
              ground: null,
            },
          ]
    const where = site ? ` (площадка ${site.name})` : ''
    return {
      title: `О назначении ${words?.genitive ?? ''}`,
      preamble: quality,
      points: [
        point(
          `Назначить ${words?.instrumental ?? ''}${where} с ${longDate(from)}: ${person === null ? '' : personTitle(person)}.`,
          effects,
        ),
      ],
    }
  },
})
