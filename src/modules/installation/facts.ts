import { about, type FactsOf, fact } from '../../history/facts.ts'
import { joined, text } from '../../history/words.ts'

/** Facts of the installation itself. */
export const facts = about(
  { href: () => null },
  {
    'installation.administratorMade': fact<{ name: string }>({
      title: 'Назначен администратор установки',
      more: ({ name }) => text(name),
    }),
    'installation.administratorDropped': fact<{ name: string }>({
      title: 'Права администратора установки сняты',
      more: ({ name }) => text(name),
    }),
    'installation.territoryMade': fact<{ code: string; name: string; official: string }>({
      title: 'Создана территория',
      more: ({ name, official }) => joined(text(name), official ? `первое должностное лицо — ${official}` : null),
    }),
    'installation.officialInvited': fact<{ code: string; official: string }>({
      title: 'Первому должностному лицу отправлено новое приглашение',
      more: ({ official }) => text(official),
    }),
  },
)

declare module '../../history/facts.ts' {
  interface Facts extends FactsOf<typeof facts> {}
}
