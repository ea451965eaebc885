import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import type { Day } from '../../../kernel/types.ts'
import { ownSaid } from '../../../regulation/fields.ts'
import { ownPlanColumns } from '../../../regulation/work/questions.ts'
import { nb, SummaryList, TextLink } from '../../../ui/content.ts'
import { DateField, FileField, Form, type FormState, Radios, TextArea, TextField, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, Conflict, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Execution } from '../model.ts'
import type { ExecutionFile, PlanSheet, SheetLine } from '../sheet.ts'
import { datesOf, directionOf, formOf, planTitle, reportOf } from '../wording.ts'
import { LineStateTag } from './plan-lines.tsx'

export type LinePageProps = {
  territory: Pick<Territory, 'code'>
  today: Day
  sheet: PlanSheet
  shown: SheetLine
  files: readonly ExecutionFile[]
  form: FormState | null
  /** What else is kept of this line: its events. */
  parts: ComponentChildren
  /** How many people came by the lists kept of it, and whether some are still open; null where none are kept. */
  counted: { readonly people: number; readonly open: boolean } | null
  /** Who reported meanwhile. */
  conflict: { readonly person: string } | null
}

/** One activity: what was planned, what came of it, and the form to report on it. */
export function LinePage(props: LinePageProps) {
  const { territory, today, sheet, shown, files, form, conflict } = props
  const { line, execution } = shown
  const { regulation, plan, site } = sheet
  const at = { territory: territory.code, plan: plan.id, line: line.key }
  const rows = [
    { key: 'Площадка', value: site.organisations[0]?.shortName ?? '' },
    { key: 'Форма работы', value: formOf(regulation, line.form) },
    { key: 'Сроки', value: datesOf(line) },
    { key: 'Ответственные', value: line.personIds.map(sheet.nameOf).join(', ') },
    { key: 'Направление', value: directionOf(regulation, line.direction) },
    ...ownPlanColumns(regulation).map((field) => ({ key: field.caption, value: ownSaid(field, line.own[field.code]) })),
    { key: 'Отчёт', value: reportOf(execution) },
  ].filter(({ value }) => value !== '')
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans({ territory: territory.code }, { period: plan.period.key }), label: 'Планы' },
          { href: paths.plan(at), label: planTitle(regulation, plan.period) },
        ]}
      />
      <ErrorSummary outcome="Отчёт не сохранён" form={form} />
      {conflict && <Conflict what={`отчёт записал другой человек: ${conflict.person}`} fields={differences(form, execution)} />}
      <PageHead title={line.activity} line={[<LineStateTag shown={shown} today={today} />]} />
      <Columns kind={sheet.mayExecute ? 'side' : 'form'}>
        {sheet.mayExecute && (
          <div>
            <ReportForm {...props} at={at} />
          </div>
        )}
        <Stack>
          {props.parts}
          <Sheet title="Что запланировано">
            <SummaryList rows={rows} />
            {files.length > 0 && <Files files={files} at={at} />}
          </Sheet>
        </Stack>
      </Columns>
    </>
  )
}

function Files({ files, at }: { files: readonly ExecutionFile[]; at: { territory: string; plan: string; line: string } }) {
  return (
    <ul class="govuk-list">
      {files.map((file) => (
        <li>
          <TextLink href={paths.executionFile({ ...at, file: file.id })}>{file.name}</TextLink>{' '}
          <span class="pl-quiet">{sizeOf(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0КБ`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')}\u00a0МБ`

function ReportForm(props: LinePageProps & { at: { territory: string; plan: string; line: string } }) {
  const { shown, form, conflict, at } = props
  const { execution } = shown
  const base = conflict || form === null ? String(execution?.editVersion ?? 0) : valueOf(form, 'base')
  if (props.counted?.open)
    return (
      <Sheet title="Отчёт о мероприятии">
        <p class="govuk-body">{nb('Отчёт соберётся сам, по спискам: закройте мероприятия этой строки, когда они пройдут.')}</p>
      </Sheet>
    )
  return (
    <Sheet title={execution ? 'Поправить отчёт' : 'Отчёт о мероприятии'}>
      <Form action={paths.planLine(at)} guard files within={props.sheet.frame.period}>
        <input type="hidden" name="base" value={base} />
        {props.counted ? <CountedFields counted={props.counted} execution={execution} /> : <TypedFields {...props} />}
        <TextArea form={form} name="note" label="Примечание" initial={execution?.note ?? ''} rows={3} />
        <FileField
          form={form}
          name="files"
          label="Материалы"
          hint="PDF, DOCX, XLSX, PPTX, ODT, JPG или PNG, до 20 МБ каждый, не больше пяти за раз"
          accept=".pdf,.docx,.xlsx,.pptx,.odt,.jpg,.jpeg,.png"
          multiple
        />
        <SubmitButton>{execution ? 'Сохранить отчёт' : 'Записать отчёт'}</SubmitButton>
      </Form>
    </Sheet>
  )
}

/** What came of it, typed: nobody has kept lists. */
function TypedFields({ shown: { line, execution }, form, today }: LinePageProps) {
  return (
    <>
      <Radios
        form={form}
        name="outcome"
        label="Что с мероприятием"
        initial={execution?.outcome ?? 'held'}
        choices={[
          { value: 'held', label: 'Проведено' },
          { value: 'cancelled', label: 'Отменено', hint: 'Напишите в примечании, почему' },
        ]}
      />
      <DateField form={form} name="heldOn" label="Когда прошло" initial={shortDate(execution?.heldOn ?? line.endsOn ?? today)} />
      <TextField
        form={form}
        name="peopleCount"
        label="Сколько было людей"
        initial={execution?.peopleCount?.toString() ?? ''}
        width={5}
        inputMode="numeric"
      />
    </>
  )
}

type CountedProps = { counted: { readonly people: number }; execution: Execution | null }
/** The lists have said it: only a note and materials are added. */
const CountedFields = ({ counted, execution }: CountedProps) => (
  <>
    <input type="hidden" name="outcome" value="held" />
    <input type="hidden" name="heldOn" value={execution?.heldOn ? shortDate(execution.heldOn) : ''} />
    <input type="hidden" name="peopleCount" value={counted.people} />
  </>
)

/** What the person typed against what is stored now. */
function differences(form: FormState | null, execution: Execution | null): { label: string; yours: string; theirs: string }[] {
  const outcomes = { held: 'Проведено', cancelled: 'Отменено' }
  const typed = valueOf(form, 'outcome')
  return [
    {
      label: 'Что с мероприятием',
      yours: typed === 'held' || typed === 'cancelled' ? outcomes[typed] : '',
      theirs: execution ? outcomes[execution.outcome] : '',
    },
    { label: 'Когда прошло', yours: valueOf(form, 'heldOn'), theirs: execution?.heldOn ? shortDate(execution.heldOn) : '' },
    { label: 'Сколько было людей', yours: valueOf(form, 'peopleCount'), theirs: execution?.peopleCount?.toString() ?? '' },
    { label: 'Примечание', yours: valueOf(form, 'note'), theirs: execution?.note ?? '' },
  ]
}
