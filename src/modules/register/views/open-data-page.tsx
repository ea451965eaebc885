import { type Column, nb, Table } from '../../../ui/content.ts'
import { PageHead, Sheet, Stack, Tools } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { pageSize as callsPerPage } from '../../public-calls/queries.ts'
import { callDescriptions, type Description, fieldDescriptions, queryDescriptions } from '../texts.ts'

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
