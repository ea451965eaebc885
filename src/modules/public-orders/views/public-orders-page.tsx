import { shortDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Filter } from '../../../ui/filter.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Results } from '../../../ui/results.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Columns, Sheet } from '../../../ui/sheet.tsx'
import { type Column, RowLink, Second, Table } from '../../../ui/table.tsx'
import { StateTag } from '../../../ui/tag.tsx'
import { paths } from '../../../web/paths.ts'
import { type PublicOrderLine, type PublicOrdersQuery, pageSize } from '../queries.ts'

type PublicOrdersPageProps = {
  query: PublicOrdersQuery
  lines: readonly PublicOrderLine[]
  total: number
  territories: readonly { readonly code: string; readonly name: string }[]
}

/** Orders anyone may read. */
export function PublicOrdersPage({ query, lines, total, territories }: PublicOrdersPageProps) {
  const href = (change: Partial<PublicOrdersQuery>) => {
    const { territory, q, page } = { ...query, page: 1, ...change }
    return paths.publicOrders({}, { territory, q, page: page > 1 ? page : null })
  }
  const tags = [
    ...(query.territory === null
      ? []
      : [
          {
            label: territories.find((one) => one.code === query.territory)?.name ?? query.territory,
            without: href({ territory: null }),
          },
        ]),
    ...(query.q === null ? [] : [{ label: `«${query.q}»`, without: href({ q: null }) }]),
  ]
  const found = counted(total, 'приказ', 'приказа', 'приказов')
  return (
    <>
      <PageHead
        large
        title="Приказы о стажировочных площадках"
        more="Подписанные приказы, которые органы управления образованием разместили для всех."
      />
      <Columns kind="left">
        <Filter action={paths.publicOrders({})} keep={{ q: query.q ?? undefined }}>
          <SelectField
            name="territory"
            label="Территория"
            empty="Все территории"
            initial={query.territory ?? ''}
            choices={territories.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filter>
        <Results
          search={{
            action: paths.publicOrders({}),
            label: 'Слова из приказа',
            value: query.q ?? '',
            keep: { territory: query.territory ?? undefined },
          }}
          found={found}
          tags={tags}
          pager={{
            label: 'Страницы приказов',
            page: query.page,
            pages: Math.ceil(total / pageSize),
            href: (page) => href({ page }),
          }}
        >
          {lines.length === 0 ? (
            <Nothing asked={tags.length > 0} />
          ) : (
            <Sheet flush>
              <Table caption={found} columns={columns} rows={lines} even />
            </Sheet>
          )}
        </Results>
      </Columns>
    </>
  )
}

const columns: Column<PublicOrderLine>[] = [
  {
    title: 'О чём',
    cell: (line) => (
      <RowLink
        href={paths.publicOrder({ territory: line.territoryCode, order: line.orderId })}
        name={line.title}
        more={line.issuerName}
      />
    ),
  },
  { title: 'Территория', cell: (line) => line.territoryName },
  {
    title: 'Номер и дата',
    cell: (line) => (
      <>
        № {line.numberText}
        <Second>от {shortDate(line.signedOn)}</Second>
      </>
    ),
  },
  {
    title: 'Состояние',
    cell: (line) =>
      line.revokedOn === null ? (
        <StateTag tone="ok" icon="done" word="Подписан" />
      ) : (
        <StateTag tone="late" icon="end" word={`Отменён с ${shortDate(line.revokedOn)}`} />
      ),
  },
]

function Nothing({ asked }: { asked: boolean }) {
  if (!asked)
    return (
      <Empty picture="paper" title="Приказов для всех пока нет">
        <p class="govuk-body">Приказ появится здесь, когда его подпишут и разместят на сайте.</p>
      </Empty>
    )
  return (
    <Empty
      picture="paper"
      title="Ничего не нашлось"
      actions={<ButtonLink href={paths.publicOrders({})}>Показать все приказы</ButtonLink>}
    >
      <p class="govuk-body">Проверьте слова или выберите другую территорию.</p>
    </Empty>
  )
}
