import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, named, ofTitle, quoted, remark, text, version } from '../../history/words.ts'
import { paths } from '../../web/paths.ts'

const partName = {
  note: 'пояснительная записка',
  topics: 'темы',
  resources: 'ресурсы',
  assessment: 'способы оценки',
  own: 'другие разделы',
  completion: 'условия бумаги об освоении',
}
type OfVersion = { version: number }
const ofVersion = ({ version: number }: Partial<OfVersion>) => version(number)

type Decided = OfVersion & { step: string; remark: string | null }
const decided = ({ version: number, step, remark: why }: Partial<Decided>) => joined(text(step), version(number), remark(why))

const written = about(
  { group: 'applications', sees: 'application.listAll' },
  {
    'programme.started': fact<{ title: string }>({ title: 'Начата программа', more: ofTitle }),
    'programme.changed': fact<OfVersion & { part: string }>({
      title: 'Программа изменена',
      more: ({ part, version: number }) => joined(named(partName, part), version(number)),
    }),
    'programme.fixed': fact<OfVersion>({ title: 'Редакция программы закреплена', more: ofVersion }),
    'programme.versionStarted': fact<OfVersion & { reason: string | null }>({
      title: 'Начата новая редакция программы',
      more: ({ version: number, reason }) => joined(version(number), text(reason)),
    }),
    'programme.versionDropped': fact<OfVersion>({ title: 'Новая редакция программы отменена', more: ofVersion }),
    'programme.copied': fact<{ origin: string; originId: string; parts: readonly string[] }>({
      title: 'В программу перенесено из другой',
      more: ({ origin }) => quoted(origin),
    }),
    'programme.imported': fact<{ file: string; pieces?: number; left?: number }>({
      title: 'Программа разобрана из файла',
      more: ({ file }) => quoted(file),
    }),
  },
)

export const facts = {
  ...written,
  ...about(
    { group: 'sites', href: (to, { subjectId }) => paths.programme({ ...to, programme: subjectId }), sees: 'programme.view' },
    {
      'programme.sent': fact<Decided>({ title: 'Программа отправлена на согласование', more: decided }),
      'programme.voiced': fact<Decided>({ title: 'Решение о программе записано, ждут остальных', more: decided }),
      'programme.stepPassed': fact<Decided>({ title: 'Программа прошла дальше', more: decided }),
      'programme.agreed': fact<Decided>({ title: 'Программа согласована', more: decided }),
      'programme.returned': fact<Decided>({ title: 'Программа возвращена', more: decided }),
      'programme.withdrawn': fact<OfVersion>({ title: 'Программа отозвана с согласования', more: ofVersion }),
    },
  ),
}

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
