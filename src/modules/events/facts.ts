import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, quoted, text } from '../../history/words.ts'
import { paths } from './paths.ts'

type Timed = { title: string; when: string }
const timed = ({ title, when }: Partial<Timed>) => joined(quoted(title), text(when))
type Answered = { person: string; byLink?: boolean }
const who = ({ person, byLink }: Partial<Answered>) => joined(text(person), byLink ? 'по ссылке, без входа' : null)
const by = ({ by: head }: Partial<{ by: string }>) => text(head)
const people = (count: number | undefined) => (count === undefined ? null : `участников — ${count}`)

const ofEvent = {
  group: 'plans',
  href: (to: { territory: string }, { subjectId }: { subjectId: string }) => paths.event({ ...to, event: subjectId }),
  keptIn: 'events',
} as const

export const facts = {
  ...about(ofEvent, {
    'event.announced': fact<Timed>({ title: 'Объявлено мероприятие', more: timed }),
    'event.cancelled': fact<{ title: string; reason: string }>({
      title: 'Мероприятие отменено',
      more: ({ title, reason }) => joined(quoted(title), text(reason)),
    }),
    'event.held': fact<{ title: string; present: number; guests: number }>({
      title: 'Мероприятие состоялось',
      more: ({ title, present, guests }) => joined(quoted(title), people(present), guests ? `гостей — ${guests}` : null),
    }),
  }),
  ...about(
    { ...ofEvent, sees: 'event.people' },
    {
      'event.planned': fact<Timed>({ title: 'Подготовлено мероприятие', more: timed }),
      'event.changed': fact<Timed>({ title: 'Мероприятие изменено', more: timed }),
      'event.placeTaken': fact<Answered>({ title: 'Занято место на мероприятии', more: who }),
      'event.queued': fact<Answered>({ title: 'Человек встал в очередь на мероприятие', more: who }),
      'event.placeGivenUp': fact<Answered>({ title: 'Человек отказался от места', more: who }),
      'event.offered': fact<{ by: string }>({ title: 'На мероприятие направили педагога', more: by }),
      'event.linkGiven': fact<{ person: string }>({ title: 'Выдана ссылка для ответа', more: who }),
      'event.released': fact<{ by: string }>({ title: 'Участника отпустили с уроков', more: by }),
      'event.notReleased': fact<{ by: string }>({ title: 'Участника не отпустили с уроков', more: by }),
      'event.written': fact<{ people: number }>({
        title: 'Участникам мероприятия написали',
        more: ({ people: count }) => people(count),
      }),
      'event.marked': fact<{ present: number; reason: string | null }>({
        title: 'Отмечено, кто был на мероприятии',
        more: ({ present, reason }) => joined(people(present), text(reason)),
      }),
      'event.walkedIn': fact<{ person: string; reason: string | null }>({
        title: 'В список добавлен пришедший без записи',
        more: ({ person, reason }) => joined(text(person), text(reason)),
      }),
      'event.pressed': fact<{ person: string }>({ title: 'Участник отметил, что он на мероприятии', more: who }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
