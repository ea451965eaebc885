import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, named, ofTitle, quoted, text, version } from '../../history/words.ts'

const partName = {
  note: 'пояснительная записка',
  topics: 'темы',
  resources: 'ресурсы',
  assessment: 'способы оценки',
  own: 'другие разделы',
}
type OfVersion = { version: number }
const ofVersion = ({ version: number }: Partial<OfVersion>) => version(number)

export const facts = about(
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

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
