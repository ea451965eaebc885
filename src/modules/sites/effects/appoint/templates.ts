import { type ChoiceName, oneChange, quality, type Template } from '../../../../kit/order/template.ts'
import { role } from '../../../../regulation/people/questions.ts'

/** An order that puts one person in charge, under the regulation's own word for the role. */
const appointing = (
  as: 'coordinator' | 'methodist',
  said: Pick<Template, 'code' | 'name' | 'hint' | 'place'> & { readonly asks: readonly ChoiceName[] },
) =>
  oneChange({
    ...said,
    fits: (regulation) => role(regulation, as).value !== null,
    title: ({ regulation }) => `О назначении ${role(regulation, as).value?.words.genitive ?? ''}`,
    preamble: () => quality,
    change({ choices: { personId, siteId, from, to }, site, today }) {
      const begins = from ?? (site && site.from > today ? site.from : today)
      return personId === null
        ? null
        : { kind: 'appoint', personId, as, siteId, from: begins, to: to ?? site?.to ?? null, ground: null }
    },
  })

export const appointCoordinator = appointing('coordinator', {
  code: 'appointCoordinator',
  name: 'Назначить координатора площадки',
  hint: 'Методист станет координатором площадки: согласует её планы и отчёты, если так велит Положение.',
  place: 5,
  asks: ['person', 'site', 'from', 'to'],
})
export const appointMethodist = appointing('methodist', {
  code: 'appointMethodist',
  name: 'Назначить методиста, который сопровождает площадки',
  hint: 'Методист будет сопровождать все площадки территории.',
  place: 6,
  asks: ['person', 'from', 'to'],
})
