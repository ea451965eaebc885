import { academicYearName } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { type Column, nb, Second, Table } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { addEvidence } from '../deeds/hear.ts'
import type { MismatchRow } from '../mismatch-rules.ts'
import type { ShownCase } from './case-props.ts'

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
      {mismatch.map(({ academicYear, rows }) => {
        const differing = rows.filter((row) => row.differences.length > 0).length
        const caption = `Запланировано, проведено, в отчёте: ${academicYearName(academicYear)}`
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
