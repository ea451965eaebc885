import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, named, numbered, text } from '../../history/words.ts'
import { counted } from '../../kernel/plural.ts'
import type { Kind, Sort } from './model.ts'
import { paths } from './paths.ts'
import { kindWords, sortWords } from './wording.ts'

const kindNames = { note: kindWords.note.one.toLowerCase(), certificate: kindWords.certificate.one.toLowerCase() }

export const facts = {
  ...about(
    {
      group: 'plans',
      href: (to, { subjectId }) => paths.certificateRun({ ...to, run: subjectId }),
      sees: 'certificate.list',
    },
    {
      'certificate.issued': fact<{ kind: Kind; people: number; sort?: Sort }>({
        title: 'Выданы справки или сертификаты',
        more: ({ kind, people, sort }) =>
          joined(
            named(kindNames, kind),
            named(sortWords, sort),
            people === undefined ? null : counted(people, 'человек', 'человека', 'человек'),
          ),
      }),
    },
  ),
  ...about(
    {
      group: 'plans',
      href: (to, { subjectId }) => paths.certificate({ ...to, certificate: subjectId }),
      sees: 'certificate.list',
    },
    {
      'certificate.revoked': fact<{ kind: Kind; number: number; reason: string }>({
        title: 'Отозвана справка или сертификат',
        more: ({ kind, number, reason }) => joined(named(kindNames, kind), numbered(number), text(reason)),
      }),
    },
  ),
  ...about(
    { group: 'people', href: (to, { subjectId }) => paths.person({ ...to, person: subjectId }) },
    {
      'certificate.nameShown': fact({ title: 'Человек разрешил показывать имя при проверке своих бумаг' }),
      'certificate.nameHidden': fact({ title: 'Человек запретил показывать имя при проверке своих бумаг' }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
