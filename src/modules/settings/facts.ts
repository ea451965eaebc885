import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, named } from '../../history/words.ts'
import { kindListNames } from '../../regulation/dictionary.ts'
import { allSettings } from './model.ts'
import { paths } from './paths.ts'

const titles: Readonly<Record<string, string>> = Object.fromEntries(allSettings.map(({ key, title }) => [key, title]))

export const facts = about(
  { group: 'regulation', href: (to) => paths.settings(to), sees: 'settings.edit' },
  {
    'settings.changed': fact<{ setting: string; was: string; is: string }>({
      title: 'Настройка центра изменена',
      more: ({ setting, was, is }) => joined(named(titles, setting), was && is ? `${is} (было ${was})` : null),
    }),
    'kinds.changed': fact<{ list: string; was: string; is: string }>({
      title: 'Справочник изменён',
      more: ({ list, was, is }) => joined(named(kindListNames, list), is ? (was ? `${is} (было ${was})` : is) : null),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
