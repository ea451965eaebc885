import { longDate } from '../../../kernel/dates.ts'
import { role } from '../../../regulation/questions.ts'
import type { Effect } from '../effects.ts'
import { type ChoiceName, point, quality, type Template, task, titleAs } from './setting.ts'

/** An order that puts one person in charge, under the regulation's own word for the role. */
export const appointing = (as: 'coordinator' | 'methodist', name: string, asks: readonly ChoiceName[]): Template => ({
  code: as === 'coordinator' ? 'appointCoordinator' : 'appointMethodist',
  name,
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

export const approveRegulation: Template = {
  code: 'approveRegulation',
  name: 'Утвердить Положение',
  asks: [],
  fits: (_, hasDraftRegulation) => hasDraftRegulation,
  write: (setting) => ({
    title: `Об утверждении ${titleAs('Положения', setting)}`,
    preamble: quality,
    points: [
      point(
        `Утвердить прилагаемое ${setting.regulation.title} (приложение).`,
        setting.draftRegulationId === null ? [] : [{ kind: 'approveRegulation', regulationId: setting.draftRegulationId }],
      ),
    ],
    appendices: [{ title: setting.regulation.title, content: 'regulation' }],
  }),
}

export const revokeOrder: Template = {
  code: 'revokeOrder',
  name: 'Отменить приказ',
  asks: ['order'],
  fits: () => true,
  write: ({ choices, orderTitle }) => ({
    title: 'Об отмене ранее изданного документа',
    preamble: 'В связи с изменением обстоятельств',
    points: [point(`Отменить ${orderTitle}.`, choices.orderId === null ? [] : [{ kind: 'revoke', orderId: choices.orderId }])],
  }),
}

export const plain: Template = {
  code: 'plain',
  name: 'Приказ с поручениями',
  asks: [],
  fits: () => true,
  write: () => ({ title: '', preamble: quality, points: [task('', [])] }),
}
