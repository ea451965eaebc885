import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, text } from '../../history/words.ts'
import { paths } from './paths.ts'

type Of = { person: string }
const more = ({ person }: Partial<Of>) => text(person)

/** What its steps are stands on its page alone, for those who may see it. */
export const facts = about(
  {
    group: 'people',
    href: (to: { territory: string }, { subjectId }: { subjectId: string }) => paths.route({ ...to, route: subjectId }),
    keptIn: 'learning_routes',
    sees: 'route.list',
  },
  {
    'route.begun': fact<Of>({ title: 'Начат индивидуальный маршрут', more }),
    'route.changed': fact<Of & { steps: number }>({
      title: 'Изменены шаги индивидуального маршрута',
      more: ({ person, steps }) => joined(text(person), typeof steps === 'number' ? `шагов: ${steps}` : null),
    }),
    'route.agreed': fact<Of & { by: string }>({
      title: 'Индивидуальный маршрут согласован одной стороной',
      more: ({ person, by }) => joined(text(person), by ? `согласие: ${by}` : null),
    }),
    'route.active': fact<Of & { by: string }>({
      title: 'Индивидуальный маршрут согласован обеими сторонами',
      more: ({ person, by }) => joined(text(person), by ? `согласие: ${by}` : null),
    }),
    'route.reopened': fact<Of>({ title: 'Индивидуальный маршрут составляют заново', more }),
    'route.documentSeen': fact<Of & { document: string }>({
      title: 'К маршруту записан документ внешнего курса',
      more: ({ person, document }) => joined(text(person), text(document)),
    }),
    'route.done': fact<Of>({ title: 'Индивидуальный маршрут пройден', more }),
    'route.stopped': fact<Of & { reason: string }>({
      title: 'Индивидуальный маршрут остановлен',
      more: ({ person, reason }) => joined(text(person), text(reason)),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
