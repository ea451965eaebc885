import type { About } from '../../history/facts.ts'
import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, from, joined, last, named, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { toldOf } from '../../kit/form/fields.ts'
import { supportNeedName } from '../../regulation/kinds.ts'
import { paths } from '../../web/paths.ts'
import { organisationFields } from './forms.ts'

const fieldNames = toldOf(organisationFields)

const ofOrganisation: About = {
  group: 'organisations',
  href: (to, { subjectId }) => paths.organisation({ ...to, organisation: subjectId }),
}

export const facts = {
  ...about(ofOrganisation, {
    'organisation.registered': fact<{ name: string; kind: string }>({
      title: 'Организация внесена в реестр',
      more: ({ name }) => text(name),
    }),
    'organisation.changed': fact<{ name: string; before: string; fields: readonly string[] }>({
      title: 'Сведения об организации исправлены',
      more: ({ name, fields = [] }) => joined(text(name), ...fields.map((one) => named(fieldNames, one))),
    }),
    'organisation.renamed': fact<{ name: string; before: string; since: Day }>({
      title: 'Название организации сменилось',
      more: ({ name, before, since }) => joined(text(name), from(since), before ? `прежде ${before}` : null),
    }),
    'organisation.renamedOn': fact<{ name: string; was: Day; since: Day }>({
      title: 'День смены названия организации исправлен',
      more: ({ name, was, since }) => joined(text(name), from(since), day(was) && `прежде ${day(was)}`),
    }),
  }),
  ...about(
    { ...ofOrganisation, sees: 'supportNeed.view' },
    {
      'supportNeed.recorded': fact<{ need: string; from: Day; to: Day | null; ground: string | null }>({
        title: 'Записано, что организации нужна поддержка',
        more: ({ need, from: first }) => joined(named(supportNeedName, need), from(first)),
      }),
      'supportNeed.ended': fact<{ need: string; on: Day }>({
        title: 'Поддержка организации больше не нужна',
        more: ({ need, on }) => joined(named(supportNeedName, need), last(on)),
      }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
