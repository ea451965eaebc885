import { shortDate } from '../../kernel/dates.ts'
import { type Column, day, inFile, link, onPage, opens, text } from '../../kit/list/columns.tsx'
import { oneTerritory } from '../../kit/list/filters.ts'
import { publicList } from '../../kit/list/routes.tsx'
import type { AtPublic } from '../../kit/list/spec.ts'
import { Second, StateTag } from '../../ui/content.ts'
import { paths } from './paths.ts'
import { type PublicOrderLine, publicOrders, publishingTerritories } from './queries.ts'

const pageOf = (line: PublicOrderLine) => paths.publicOrder({ territory: line.territoryCode, order: line.orderId })

const numberCell = (line: PublicOrderLine) => (
  <>
    № {line.numberText}
    <Second>от {shortDate(line.signedOn)}</Second>
  </>
)
const stateCell = ({ revokedOn }: PublicOrderLine) =>
  revokedOn === null ? (
    <StateTag tone="ok" icon="done" word="Подписан" />
  ) : (
    <StateTag tone="late" icon="end" word={`Отменён с ${shortDate(revokedOn)}`} />
  )

const columns: readonly Column<PublicOrderLine>[] = [
  opens(
    'О чём',
    (line) => line.title,
    (line) => pageOf(line),
    (line) => line.issuerName,
  ),
  text('Кто издал', (line) => line.issuerName, inFile),
  text('Территория', (line) => line.territoryName),
  onPage('Номер и дата', numberCell),
  text('Номер', (line) => line.numberText, inFile),
  day('Дата', (line) => line.signedOn, inFile),
  text('Состояние', ({ revokedOn }) => (revokedOn === null ? 'подписан' : 'отменён'), stateCell),
  day('Отменён с', (line) => line.revokedOn, inFile),
  link('Страница', pageOf, inFile),
]

/** Orders anyone may read. */
export const publicOrderList = publicList({
  path: paths.publicOrders,
  title: 'Документы о стажировочных площадках',
  section: 'publicOrders',
  name: 'dokumenty',
  nouns: ['документ', 'документа', 'документов'],
  size: 25,
  search: 'Слова из документа',
  filters: {
    territory: oneTerritory(({ tx }: AtPublic) => publishingTerritories(tx)),
  },
  even: true,
  rows: ({ tx }, query) => publicOrders(tx, query),
  columns: () => columns,
  empty: () => ({
    title: 'Документов для всех пока нет',
    text: 'Документ появится здесь, когда его подпишут и разместят на сайте.',
  }),
  nothing: { text: 'Проверьте слова или выберите другую территорию.', all: 'Показать все документы' },
  intro: 'Подписанные документы о площадках, которые органы управления образованием разместили для всех.',
})
