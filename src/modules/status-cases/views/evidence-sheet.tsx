import { localTime } from '../../../kernel/clock.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { shortPeriodName } from '../../../kernel/periods.ts'
import { counted } from '../../../kernel/plural.ts'
import { DeedFold } from '../../../kit/deed-sheets.tsx'
import { documentsForExtension } from '../../../regulation/status/extension-conditions.ts'
import { type Column, nb, RowList, Second, Table } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import { addEvidence } from '../deeds/hear.ts'
import type { MismatchRow } from '../mismatch-rules.ts'
import type { CaseEvidence } from '../model.ts'
import { paths } from '../paths.ts'
import type { ShownCase } from './case-facts.tsx'

const sides = { accusing: 'Оператор и орган управления', explaining: 'Площадка' } as const

/** What both sides have put to the case, and the form to add more. */
export function EvidenceSheet(props: ShownCase) {
  const { evidence, opened, ctx, one, site } = props
  const mayAdd = addEvidence.offered(ctx, opened)
  const wanted = one.kind === 'extension' && mayAdd ? documentsForExtension(site.regulation) : []
  if (evidence.length === 0 && !mayAdd) return null
  return (
    <Sheet title="Доказательства">
      {evidence.length === 0 && <p class="govuk-body">{nb('Пока ничего не приложено.')}</p>}
      {wanted.map(({ name, basis }) => (
        <p class="govuk-body">
          {nb(`Без документа «${name}» статус не продлят: приложите его и назовите так же.`)} {clauseLink(ctx, basis.clause)}
        </p>
      ))}
      <RowList rows={evidence.map((item) => <Item {...props} item={item} />)} />
      {mayAdd && (
        <div class="pl-gap">
          <DeedFold {...props} deed={addEvidence} />
        </div>
      )}
    </Sheet>
  )
}

function Item({ one, ctx, item, nameOf }: ShownCase & { item: CaseEvidence }) {
  const { file, link } = item
  const day = shortDate(localTime(item.addedAt, ctx.territory.timeZone).day)
  const own = file && paths.statusCaseFile({ territory: ctx.territory.code, case: one.id, file: file.id })
  return (
    <>
      <p>
        {(own ?? link) ? (
          <a class="govuk-link" href={(own ?? link)!} rel={own ? undefined : 'noreferrer nofollow'}>
            {nb(item.text)}
          </a>
        ) : (
          nb(item.text)
        )}
      </p>
      <p class="pl-small pl-quiet">{nb(`${sides[item.side]}, ${nameOf(item.addedBy)}, ${day}`)}</p>
    </>
  )
}

/** What was planned, held and reported, line by line; lines that part can be put to the case as they stand now. (R-35m) */
export function MismatchSheet({ opened, ctx, mismatch }: ShownCase) {
  const mayAdd = addEvidence.offered(ctx, opened)
  if (mismatch.length === 0)
    return (
      <Sheet title="Запланировано, проведено, в отчёте">
        <p class="govuk-body">{nb('Утверждённых планов у площадки нет: сравнивать нечего.')}</p>
      </Sheet>
    )
  return (
    <>
      {mismatch.map(({ period, rows }) => {
        const differing = rows.filter((row) => row.differences.length > 0).length
        const caption = `Запланировано, проведено, в отчёте: ${shortPeriodName(period)}`
        const table = <Table caption={caption} columns={columnsOf(mayAdd)} rows={rows} />
        return (
          <Sheet title={caption}>
            <p class="govuk-body">
              {nb(
                differing === 0
                  ? 'Всё сходится.'
                  : `Не сходится: ${counted(differing, 'строка', 'строки', 'строк')} из ${rows.length}.`,
              )}
            </p>
            {mayAdd ? (
              <Form action={addEvidence.address(ctx, opened)} label={caption}>
                {table}
                <ButtonGroup>
                  <SubmitButton kind="secondary">Приложить отмеченные строки</SubmitButton>
                </ButtonGroup>
              </Form>
            ) : (
              table
            )}
          </Sheet>
        )
      })}
    </>
  )
}

function columnsOf(mayAdd: boolean): Column<MismatchRow>[] {
  const columns: Column<MismatchRow>[] = [
    {
      title: 'Мероприятие',
      cell: (row) => (
        <>
          {nb(row.activity)}
          {row.differences.length > 0 && <Second>{row.differences.join('; ')}</Second>}
        </>
      ),
    },
    { title: 'Запланировано', cell: (row) => nb(row.planned) },
    { title: 'Проведено', cell: (row) => nb(row.held) },
    { title: 'В отчёте', cell: (row) => nb(row.reported) },
  ]
  return mayAdd ? [...columns, { title: 'Приложить', quiet: true, cell: (row) => <Pick row={row} /> }] : columns
}

function Pick({ row }: { row: MismatchRow }) {
  const id = `line-${row.key}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={id} name="lines[]" type="checkbox" value={row.key} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          Приложить<span class="govuk-visually-hidden">{nb(`: ${row.activity}`)}</span>
        </label>
      </div>
    </div>
  )
}
