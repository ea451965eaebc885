import { registerStamp } from '../../db/territories.ts'
import { shortDate } from '../../kernel/dates.ts'
import type { RegulationLineId } from '../../kernel/types.ts'
import { type Column, day, inFile, link, onPage, text } from '../../kit/list/columns.tsx'
import { alwaysOne, anyText, oneId, oneNamed, oneTerritory } from '../../kit/list/filters.ts'
import { publicList } from '../../kit/list/routes.tsx'
import type { AtPublic } from '../../kit/list/spec.ts'
import { numberedAct } from '../../regulation/acts.ts'
import { kindChoices, kindName } from '../../regulation/dictionary.ts'
import { RowLink, Second, StateTag } from '../../ui/content.ts'
import { siteStateOn, stateFilters, stateFilterWords, stateWords, termWords } from '../sites/rules.ts'
import { stateTag } from '../sites/state-blocks.ts'
import { paths } from './paths.ts'
import { publicSorts, type RegisterChoices, type RegisterLine, registerChoices, registerRows } from './queries.ts'
import { PublicOrderLink } from './views/public-order-link.tsx'

/** Remembers the choices of the register's filter for as long as the register stands: they are the same for everybody. */
export function keepChoices(): (stamp: string | null, ask: () => Promise<RegisterChoices>) => Promise<RegisterChoices> {
  let kept: { readonly stamp: string; readonly choices: RegisterChoices } | undefined
  return async (stamp, ask) => {
    if (stamp === null) return ask()
    if (kept?.stamp !== stamp) kept = { stamp, choices: await ask() }
    return kept.choices
  }
}

const keptChoices = keepChoices()
const choicesOf = ({ tx, stamp }: AtPublic) => keptChoices(stamp, () => registerChoices(tx))

/** A direction as it is called; where there are very many, all that have what was typed in their name. */
async function directionsNamed(where: AtPublic, asked: string | null): Promise<readonly string[] | null> {
  if (asked === null) return null
  const { directions } = await choicesOf(where)
  const typed = asked.toLowerCase()
  return directions.includes(asked) ? [asked] : directions.filter((one) => one.toLowerCase().includes(typed))
}

const pageOf = (line: RegisterLine) => paths.publicSite({ territory: line.territoryCode, site: line.siteId })

const stateCell = (line: RegisterLine) => (
  <>
    <StateTag {...stateTag(siteStateOn(line, line.day))} />
    <Second>{termWords(line, line.day)}</Second>
  </>
)
const orderCell = (line: RegisterLine) => (
  <>
    <PublicOrderLink line={line} />
    <Second>{`от ${shortDate(line.orderSignedOn)}, п. ${line.orderPoint}`}</Second>
  </>
)

const columns: readonly Column<RegisterLine>[] = [
  onPage('Площадка и тема', (line) => <RowLink href={pageOf(line)} name={line.name} more={line.theme} />, { sort: 'name' }),
  text('Площадка', (line) => line.name, inFile),
  text('Полное название', (line) => line.organisationName, inFile),
  text(
    'Вид организации',
    (line) => line.kinds.map((kind) => kindName({ kinds: line.known }, 'organisation', kind)).join('; '),
    inFile,
  ),
  text('Населённый пункт', (line) => line.settlements, inFile),
  text('Территория', (line) => line.territoryName, undefined, { sort: 'territory' }),
  text('Тема', (line) => line.theme, inFile),
  text('Направление', (line) => line.direction, inFile),
  text('Состояние', (line) => stateWords[siteStateOn(line, line.day)], stateCell),
  day('Состояние на дату', (line) => line.day, inFile),
  day('Первый день', (line) => line.from, inFile),
  day('Последний день', (line) => line.to, inFile),
  text('Основание', (line) => numberedAct(line.orderKind, line.orderNumber), orderCell, { sort: 'order' }),
  day('Дата документа', (line) => line.orderSignedOn, inFile),
  text('Пункт', (line) => line.orderPoint, inFile),
  text('Руководитель по документу', (line) => line.headName, inFile),
  link('Страница', pageOf, inFile),
]

/** The register anyone may open: what signed orders say about sites, as of a day. */
export const publicRegister = publicList({
  path: paths.register,
  files: '/register',
  title: 'Реестр стажировочных площадок',
  section: 'register',
  name: 'register',
  stamp: registerStamp,
  nouns: ['площадка', 'площадки', 'площадок'],
  size: 25,
  search: 'Школа, тема или город',
  asOf: { hint: 'Без даты — на сегодня' },
  filters: {
    territory: oneTerritory(async (where: AtPublic) => (await choicesOf(where)).territories),
    kind: anyText({
      label: 'Организация',
      choices: async (where: AtPublic) =>
        kindChoices({ kinds: (await choicesOf(where)).kinds }, 'organisation').filter(({ value }) => value !== 'authority'),
    }),
    line: oneId<RegulationLineId, AtPublic>({
      label: 'Положение',
      empty: 'Любое',
      choices: async (where) => (await choicesOf(where)).lines.map(({ id, label }) => ({ value: id, label })),
    }),
    direction: oneNamed({
      label: 'Направление',
      empty: 'Любое',
      choices: async (where: AtPublic) => (await choicesOf(where)).directions.map((value) => ({ value, label: value })),
    }),
    state: alwaysOne(stateFilters, stateFilterWords, { label: 'Состояние', usual: 'current' }),
  },
  sorts: publicSorts,
  even: true,
  rows: async (where, query) =>
    registerRows(where.tx, {
      ...query,
      direction: await directionsNamed(where, query.direction),
      now: where.visitor.now,
    }),
  columns: () => columns,
  tools: () => [{ href: paths.openData({}), label: 'Открытые данные' }],
  empty: () => ({
    picture: 'house',
    title: 'Действующих площадок нет',
    text: 'Площадка появляется здесь в тот же миг, когда подписан документ о её статусе.',
  }),
  nothing: { picture: 'house', all: 'Показать весь реестр' },
  intro:
    'Школы, детские сады и методические центры, где учителя перенимают опыт работой. Каждая строка следует из подписанного документа.',
})
