import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, quoted, text } from '../../history/words.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { numberText } from '../programmes/hours-rules.ts'
import { paths } from './paths.ts'

type Whose = { person: string; programme: string }
const whose = ({ person, programme }: Partial<Whose>) => joined(text(person), quoted(programme))
const marks = { held: 'проведено', notHeld: 'отметка снята', leftOut: 'нет в плане', back: 'снова в плане' }
type Ended = Whose & { on: Day; reason: string }
const ended = ({ on, reason, ...given }: Partial<Ended>) =>
  joined(whose(given), on === undefined ? null : `последний день — ${longDate(on)}`, text(reason))

const ofTraineeship = {
  group: 'plans',
  href: (to: { territory: string }, { subjectId }: { subjectId: string }) => paths.traineeship({ ...to, traineeship: subjectId }),
  keptIn: 'traineeships',
  sees: 'traineeship.list',
} as const

export const facts = {
  ...about(ofTraineeship, {
    'traineeship.asked': fact<Whose>({ title: 'Педагог просится на стажировку', more: whose }),
    'traineeship.offered': fact<Whose>({ title: 'Педагогу предложили стажировку', more: whose }),
    'traineeship.sent': fact<Whose>({ title: 'Школа направляет педагога на стажировку', more: whose }),
    'traineeship.accepted': fact<Whose>({ title: 'Стажёр согласился', more: whose }),
    'traineeship.admitted': fact<Whose>({ title: 'Площадка приняла стажёра', more: whose }),
    'traineeship.declined': fact<Whose & { reason: string }>({
      title: 'Стажировка не состоялась',
      more: ({ reason, ...given }) => joined(whose(given), text(reason)),
    }),
    'traineeship.changed': fact<Whose & { period: string; guide: string | null }>({
      title: 'Изменены условия стажировки',
      more: ({ period, guide, ...given }) => joined(whose(given), text(period), guide ? `ведёт ${guide}` : null),
    }),
    'traineeship.written': fact<Whose & { by: string }>({
      title: 'Написали о стажировке',
      more: ({ by, ...given }) => joined(whose(given), text(by)),
    }),
    'traineeship.planned': fact<Whose & { days: number }>({
      title: 'Назначены дни занятий стажёра',
      more: ({ days, ...given }) => joined(whose(given), days === undefined ? null : `занятий — ${days}`),
    }),
    'traineeship.marked': fact<Whose & { mark: 'held' | 'notHeld' | 'leftOut' | 'back' }>({
      title: 'Отмечено занятие стажёра',
      more: ({ mark, ...given }) => joined(whose(given), mark === undefined ? null : marks[mark]),
    }),
    'traineeship.began': fact<Whose>({ title: 'Стажировка началась', more: whose }),
    'traineeship.finished': fact<Whose & { on: Day; hours: number }>({
      title: 'Стажировка завершена',
      more: ({ on, hours, ...given }) =>
        joined(
          whose(given),
          on === undefined ? null : `последний день — ${longDate(on)}`,
          hours === undefined ? null : `часов — ${numberText(hours)}`,
        ),
    }),
    'traineeship.left': fact<Ended>({ title: 'Стажировка прекращена', more: ended }),
    'traineeship.transferred': fact<Whose & { on?: Day; reason: string }>({
      title: 'Стажёру предложено перейти на другую площадку',
      more: ended,
    }),
    'traineeship.guideLeft': fact<Whose & { was: string; now: string | null }>({
      title: 'Сменился тот, кто ведёт стажёра',
      more: ({ was, now, ...given }) => joined(whose(given), was ? `прежде ${was}` : null, now ? `теперь ${now}` : null),
    }),
  }),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
