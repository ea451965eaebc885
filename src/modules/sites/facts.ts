import { type About, about, type FactsOf, fact, type RoleWord } from '../../history/facts.ts'
import { from, joined, last, period, quoted, text, until } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { roleWord } from '../../regulation/people/questions.ts'
import { paths } from '../../web/paths.ts'

const ofSite: About = {
  group: 'sites',
  href: (to, { siteId }) => (siteId === null ? null : paths.site({ ...to, site: siteId })),
}
const ofPeople: About = {
  group: 'sites',
  href: (to, { siteId, subjectId }) =>
    siteId === null ? paths.person({ ...to, person: subjectId }) : paths.sitePeople({ ...to, site: siteId }),
}

/** The order that did it; when it is one that revokes another, that one too. */
type ByOrder = { orderId: string | null; pointNumber?: string | null; revokedOrderId?: string }
type Appointed = ByOrder & { appointmentId?: string; as?: string; person?: string }

const appointed = (said: Partial<Appointed>, word: RoleWord) =>
  joined(text(said.person), said.as ? (word(said.as) ?? roleWord(null, said.as)) : null)

export const facts = {
  ...about(ofSite, {
    'site.granted': fact<ByOrder & { organisations: readonly string[]; theme: string; from: Day; to: Day | null }>({
      title: 'Дан статус площадки',
      more: ({ theme, from: first, to }) => joined(quoted(theme), period(first, to)),
      act: 'always',
    }),
    'site.ended': fact<ByOrder & { on?: Day; ground?: string | null; was?: Day | null; neverBegan?: true }>({
      title: 'Статус площадки прекращён',
      more: ({ neverBegan, on, ground }) => (neverBegan ? 'не успел начаться: решение отменено' : joined(last(on), text(ground))),
      act: 'always',
    }),
    'site.extended': fact<ByOrder & { to: Day | null; was?: Day | null; restored?: true }>({
      title: 'Статус площадки продлён',
      more: ({ to }) => until(to),
      act: 'always',
    }),
    'site.termReturned': fact<ByOrder & { to: Day; was: Day }>({
      title: 'Дни приостановки не понадобились: срок статуса стал короче',
      more: ({ to }) => until(to),
      act: 'always',
    }),
    'site.suspended': fact<ByOrder & { from: Day; to?: Day | null; reason?: string }>({
      title: 'Деятельность площадки приостановлена',
      more: ({ from: first, to, reason }) => joined(period(first, to), text(reason)),
      act: 'always',
    }),
    'site.resumed': fact<ByOrder & { on: Day }>({
      title: 'Деятельность площадки возобновлена',
      more: ({ on }) => from(on),
      act: 'always',
    }),
    'organisation.attached': fact<ByOrder & { organisation: string; from: Day; to: Day | null }>({
      title: 'Организация закреплена за площадкой',
      more: ({ organisation, from: first, to }) => joined(text(organisation), period(first, to)),
      act: 'always',
    }),
    'organisation.detached': fact<ByOrder & { organisation?: string; on: Day }>({
      title: 'Организация больше не закреплена за площадкой',
      more: ({ organisation, on }) => joined(text(organisation), last(on)),
      act: 'always',
    }),
  }),
  ...about(ofPeople, {
    'person.appointed': fact<Appointed & { from: Day; to: Day | null; ground: string | null }>({
      title: 'Назначен человек',
      more: (said, word) => joined(appointed(said, word), period(said.from, said.to)),
      act: 'byOrder',
    }),
    'appointment.ended': fact<Appointed & { on: Day }>({
      title: 'Назначение закончено',
      more: (said, word) => joined(appointed(said, word), last(said.on)),
    }),
  }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
