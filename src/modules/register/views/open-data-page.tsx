import { entriesOf } from '../../../kernel/records.ts'
import { actNames } from '../../../regulation/acts.ts'
import { type Column, nb, Table } from '../../../ui/content.ts'
import { PageHead, Sheet, Stack, Tools } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { pageSize as callsPerPage } from '../../public-calls/queries.ts'

/** What a field of the data or a condition of an address means. */
type Description = { readonly name: string; readonly text: string }

const fieldDescriptions: readonly Description[] = [
  { name: 'id', text: 'Постоянный знак площадки' },
  { name: 'name, fullName', text: 'Короткое и полное название организации или организаций' },
  { name: 'kinds', text: 'Виды организаций: school, kindergarten, supplementary, methodicalCentre, institute' },
  { name: 'settlements', text: 'Населённые пункты' },
  { name: 'territory', text: 'Территория: code для адресов и name' },
  { name: 'theme, direction', text: 'Тема площадки и направление, если документ о статусе его называет' },
  {
    name: 'state, stateOn',
    text: 'Состояние и день, на который оно сказано: notStarted — ещё не начала, active — действует, expiring — истекает в ближайшие 90 дней, suspended — приостановлена, ended — завершена в срок, terminated — прекращена раньше срока',
  },
  { name: 'from, to', text: 'Первый и последний день статуса, год-месяц-день' },
  {
    name: 'suspensions',
    text: 'Когда деятельность была или остаётся приостановлена: from, to (пусто, пока не возобновлена) и документ order',
  },
  {
    name: 'order',
    text: `Основание: kind (${entriesOf(actNames)
      .map(([kind, name]) => `${kind} — ${name}`)
      .join(', ')}), number, date, point и адрес page, если документ опубликован`,
  },
  { name: 'head', text: 'Руководитель площадки, как его называет документ' },
  { name: 'page', text: 'Адрес страницы площадки' },
]

const queryDescriptions: readonly Description[] = [
  { name: 'q', text: 'Слова: ищутся во всех формах и с опечатками' },
  { name: 'date', text: 'День, на который нужен реестр, например 01.09.2021; без него — на сегодня' },
  { name: 'territory', text: 'Код территории' },
  { name: 'kind', text: 'Вид организации; можно несколько раз' },
  { name: 'direction', text: 'Направление, слово в слово' },
  {
    name: 'state',
    text: 'Состояние, как в поле state (active — все действующие, истекающие и приостановленные тоже); current — действующие и те, что ещё не начали; all — все. Без него — current',
  },
]

const callDescriptions: readonly Description[] = [
  { name: 'id, title', text: 'Постоянный знак и название приёма' },
  { name: 'territory', text: 'Территория: code для адресов, name и timeZone — по каким часам идёт приём' },
  { name: 'state', text: 'announced — объявлен, open — идёт, closingSoon — закончится в ближайшие 7 дней, closed — окончен' },
  { name: 'opensAt, closesAt', text: 'Мгновения начала и конца по всемирному времени' },
  { name: 'revokedOn', text: 'День, с которого приём отменён' },
  { name: 'initiators, hostKinds', text: 'Кто подаёт заявку и какие организации могут стать площадкой' },
  { name: 'directions, contingent, places', text: 'Направления, кто стажируется, сколько площадок можно открыть' },
  { name: 'criteria', text: 'Критерии экспертизы: title, weight и levels с points и text' },
  { name: 'order, page', text: 'Основание и адрес страницы приёма' },
]

const columns: Column<Description>[] = [
  { title: 'Имя', cell: ({ name }) => <code>{name}</code> },
  { title: 'Что в нём', cell: ({ text }) => text },
]

/** What the files of the register hold and how to ask for a part of them. */
export function OpenDataPage() {
  return (
    <>
      <PageHead
        large
        title="Открытые данные"
        more="Реестр площадок целиком или по условиям: таблицей для людей и списком для программ. Учётная запись не нужна."
      />
      <Stack>
        <Sheet title="Файлы">
          <p class="govuk-body">
            Таблица — книга .xlsx или текст .csv в кодировке UTF-8, значения через точку с запятой; откроется в любой программе
            таблиц. Список для программ — один объект, в нём поле <code>sites</code> со строками и <code>count</code> с их числом.
            Школы-партнёры в данные не входят.
          </p>
          <Tools
            tools={[
              { href: '/register.xlsx', label: 'Таблица: register.xlsx', icon: 'download' },
              { href: '/register.csv', label: 'Таблица: register.csv', icon: 'download' },
              { href: paths.registerJson({}), label: 'Список для программ: register.json', icon: 'download' },
            ]}
          />
        </Sheet>
        <Sheet flush>
          <Table caption="Поля списка" showCaption columns={columns} rows={fieldDescriptions} />
        </Sheet>
        <Sheet flush>
          <Table caption="Условия в адресе" showCaption columns={columns} rows={queryDescriptions} />
        </Sheet>
        <p class="govuk-body pl-small">{nb('Пример: register.json?territory=luga&date=01.09.2021')}</p>
        <Sheet title="Приём заявок">
          <p class="govuk-body">
            Объявленные приёмы заявок: сначала те, что идут сейчас. В одном ответе {callsPerPage} строк, следующие — с условием{' '}
            <code>page</code>. Людей и заявок в данных нет.
          </p>
          <Tools tools={[{ href: paths.publicCallsJson({}), label: 'Список для программ: calls.json', icon: 'download' }]} />
        </Sheet>
        <Sheet flush>
          <Table caption="Поля приёма заявок" showCaption columns={columns} rows={callDescriptions} />
        </Sheet>
      </Stack>
    </>
  )
}
