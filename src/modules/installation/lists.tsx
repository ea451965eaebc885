import { administrators } from '../../db/administrators.ts'
import { territoriesInFull } from '../../db/territories.ts'
import { factText } from '../../history/facts.ts'
import { localTime } from '../../kernel/clock.ts'
import { keysOf } from '../../kernel/records.ts'
import { type Column, day, inFile, opens, text } from '../../kit/list/columns.tsx'
import { list } from '../../kit/list/routes.tsx'
import { readyRows } from '../../kit/list/rows.ts'
import { type HistoryRow, historyRows } from '../history/queries.ts'
import { facts } from './facts.ts'
import { paths } from './paths.ts'
import type { MadeTerritory } from './queries.ts'
import { nameOfZone } from './rules.ts'

/** Every territory of the installation. */
export const territoryList = list({
  path: paths.installation,
  permits: 'installation.keep',
  title: 'Территории установки',
  section: 'installation',
  name: 'territorii',
  nouns: ['территория', 'территории', 'территорий'],
  rows: async ({ tx }) => readyRows(await territoriesInFull(tx)),
  columns: (): Column<MadeTerritory>[] => [
    opens(
      'Территория',
      ({ shortName }) => shortName,
      ({ code }) => paths.madeTerritory({ code }),
      ({ name, shortName }) => (name === shortName ? null : name),
    ),
    text('Регион', ({ region }) => region),
    text('Код', ({ code }) => code),
    text('Часовой пояс', ({ timeZone }) => nameOfZone(timeZone)),
    day('Заведена', ({ createdAt, timeZone }) => localTime(createdAt, timeZone).day, inFile),
  ],
  empty: () => ({
    picture: 'map',
    title: 'Территорий ещё нет',
    text: 'Создайте первую: программу менять не нужно.',
    action: { href: paths.newTerritory({}), label: 'Создать территорию' },
  }),
  intro: () => 'У каждой свои органы, Положение, люди и история. Новая начинает работать сразу.',
  tools: () => [{ href: paths.newTerritory({}), label: 'Создать территорию', icon: 'plus' }],
})

/** What administrators of the installation have done, the last first. */
export const installationHistory = list({
  path: paths.installationHistory,
  permits: 'installation.keep',
  title: 'История установки',
  section: 'installationHistory',
  name: 'istoriya-ustanovki',
  nouns: ['запись', 'записи', 'записей'],
  rows: async ({ tx, ctx }) => historyRows(tx, ctx, keysOf(facts)),
  columns: async ({ tx, ctx }): Promise<Column<HistoryRow>[]> => {
    const names = new Map((await administrators(tx)).map(({ accountId, name }) => [accountId, name]))
    const of = ({ kind, facts }: HistoryRow) => factText(null, kind, facts)
    const at = (row: HistoryRow) => localTime(row.at, ctx.territory.timeZone)
    return [
      day('День', (row) => at(row).day),
      text('Время по Москве', (row) => at(row).time.slice(0, 5)),
      text('Что', (row) => of(row).title),
      text('Подробно', (row) => of(row).more),
      text('Кто', ({ accountId }) =>
        accountId === null ? 'Командная строка' : (names.get(accountId) ?? 'Бывший администратор'),
      ),
    ]
  },
  empty: () => ({ picture: 'paper', title: 'Записей ещё нет', text: 'Здесь видно, кто и какую территорию создал.' }),
  intro: () => 'Записи закрыты ключом и проверяются вместе с историей территорий: изменить или убрать их незаметно нельзя.',
})
