import { about, type FactsOf, fact } from '../../history/facts.ts'
import { day, from, joined, last, numbered, text } from '../../history/words.ts'
import type { Day } from '../../kernel/types.ts'
import { paths } from '../../web/paths.ts'

type OfReview = { number: number | null; application: string; expert: string }
type Explained = OfReview & { reason: string | null }
type OfProtocol = { number: number; on: Day }

const ofReview = ({ number, expert }: Partial<OfReview>) => joined(numbered(number), text(expert))
const explained = ({ reason, ...review }: Partial<Explained>) => joined(ofReview(review), text(reason))
const ofProtocol = ({ number, on }: Partial<OfProtocol>) => joined(numbered(number), day(on) && `от ${day(on)}`)

export const facts = {
  ...about(
    { group: 'applications', href: (to) => paths.experts(to) },
    {
      'expert.added': fact<{ person: string; employer: string | null; from: Day }>({
        title: 'Человек включён в число экспертов',
        more: ({ person, employer, from: first }) => joined(text(person), text(employer), from(first)),
      }),
      'expert.ended': fact<{ person: string; on: Day }>({
        title: 'Человек больше не эксперт',
        more: ({ person, on }) => joined(text(person), last(on)),
      }),
    },
  ),
  ...about(
    {
      group: 'applications',
      href: (to, { facts: { application } }) =>
        typeof application === 'string' ? paths.applicationReviews({ ...to, application }) : null,
      sees: 'review.summary',
    },
    {
      'review.assigned': fact<OfReview & { dueOn: Day; extra: boolean }>({
        title: 'Заявка передана эксперту',
        more: ({ dueOn, extra, ...review }) =>
          joined(ofReview(review), day(dueOn) && `до ${day(dueOn)}`, extra ? 'дополнительный эксперт' : null),
      }),
      'review.declared': fact<OfReview>({ title: 'Эксперт заявил, что конфликта интересов нет', more: ofReview }),
      'review.declined': fact<Explained>({ title: 'Эксперт отказался от заявки', more: explained }),
      'review.sent': fact<OfReview & { total: number | null }>({ title: 'Экспертное заключение отправлено', more: ofReview }),
      'review.entered': fact<OfReview & { on: Day }>({
        title: 'Экспертное заключение внесено с бумаги',
        more: ({ on, ...review }) => joined(ofReview(review), day(on) && `бумага от ${day(on)}`),
      }),
      'review.replaced': fact<Explained & { by: string }>({
        title: 'Эксперт заменён',
        more: ({ by, reason, ...review }) => joined(ofReview(review), text(by) && `теперь ${text(by)}`, text(reason)),
      }),
      'review.closed': fact<Explained>({ title: 'Экспертиза заявки прервана', more: explained }),
    },
  ),
  ...about(
    {
      group: 'applications',
      href: (to, { subjectId }) => paths.protocol({ ...to, protocol: subjectId }),
      sees: 'review.summary',
    },
    {
      'protocol.started': fact<OfProtocol>({ title: 'Начат протокол экспертизы', more: ofProtocol }),
      'protocol.changed': fact<OfProtocol>({ title: 'Протокол экспертизы изменён', more: ofProtocol }),
      'protocol.signed': fact<OfProtocol>({ title: 'Протокол экспертизы подписан', more: ofProtocol }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
