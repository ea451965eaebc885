import { oneChange, quality, task } from '../../../../kit/order/template.ts'
import { attaches } from '../../../../regulation/questions.ts'

export const attachSchools = oneChange({
  code: 'attachSchools',
  name: 'Закрепить школы за площадкой',
  hint: 'Школы закрепятся за площадкой; их список станет приложением и не публикуется.',
  place: 4,
  asks: ['site', 'organisations', 'from', 'to'],
  fits: (regulation) => attaches(regulation).value,
  title: () => 'О закреплении школ за стажировочной площадкой',
  preamble: () => quality,
  change({ choices: { siteId, organisationIds, from, to }, site, today }) {
    const begins = from ?? (site && site.from > today ? site.from : today)
    return siteId === null
      ? null
      : {
          kind: 'attachOrganisations',
          siteId,
          organisationIds: [...organisationIds],
          from: begins,
          to: to ?? site?.to ?? null,
        }
  },
  tasks: ({ choices, headOf }) => [
    task('Руководителям этих школ направить педагогов на стажировку.', choices.organisationIds.map(headOf)),
  ],
  appendices: () => [{ title: 'Список сетевого партнёрства', content: 'attachments' }],
})
