import { shortDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import { Icon, nb } from '../../../ui/content.ts'
import { Checkbox, errorOf, Form, TextField, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, Details, ErrorSummary, Notice, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock, PlanTable } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { filledRows, rowOf, rowsTyped } from '../forms.ts'
import type { PlanVersion } from '../model.ts'
import { bounds } from '../rules.ts'
import type { PlanSheet } from '../sheet.ts'
import { planTitle } from '../wording.ts'
import type { EditPageProps } from './edit-props.ts'
import { EditRow } from './edit-row.tsx'
import { PlanChain } from './plan-chain.tsx'
import { columnsOf, PlanLines } from './plan-lines.tsx'

/** Many lines in one table. Every button sends the whole form; those that add or remove a row save nothing. */
export function EditPage(props: EditPageProps) {
  const { territory, sheet, version, form, conflict, maySubmit } = props
  const { plan, site, regulation, frame } = sheet
  const at = { territory: territory.code, plan: plan.id }
  const days = bounds(frame)
  const name = site.organisations[0]?.shortName ?? site.theme
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.plans({ territory: territory.code }, { year: plan.academicYear }), label: 'Планы' },
          { href: paths.plan(at), label: name },
        ]}
      />
      <ErrorSummary outcome="План не сохранён" form={form} placeOf={rowName} />
      {conflict && <Meanwhile {...props} person={conflict.person} />}
      <div class="pl-head">
        <div>
          <h1 class="govuk-heading-l">{nb(planTitle(regulation, plan.academicYear))}</h1>
          <p class="pl-head__more">
            {nb(site.organisations.map(({ fullName }) => fullName).join(', '))}, {`редакция ${version.number}. `}
            {days && nb(`Даты — с ${shortDate(days.from)} по ${shortDate(days.to)}.`)}
          </p>
        </div>
      </div>
      <Stack>
        <PlanChain sheet={sheet} clauseHref={(clause) => clauseHref(territory.code, clause)} />
        <Form action={paths.planEdit(at)} version={version.editVersion} guard within={sheet.frame.year}>
          {/* Enter in a field presses the first button of a form: it must not be one that removes a row. */}
          <button class="govuk-visually-hidden" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true">
            Сохранить черновик
          </button>
          <Rows {...props} />
          <div class="pl-bar">
            <div class="govuk-button-group">
              <button class="govuk-button govuk-button--secondary" type="submit" name="add" value="1">
                <Icon name="plus" />
                &nbsp;Добавить строку
              </button>
              <button class="govuk-button govuk-button--secondary" type="submit" name="add" value="5">
                Добавить пять
              </button>
            </div>
            <p class="pl-small pl-quiet">{nb('Пустые строки не сохраняются. Одна дата — мероприятие на один день.')}</p>
          </div>
          {version.number > 1 && (
            <TextField form={form} name="reason" label="Почему меняете план" hint="Причина останется при этой редакции" />
          )}
          {(errorOf(form, 'sameDay') !== undefined || valueOf(form, 'sameDay') === 'yes') && (
            <Checkbox
              form={form}
              name="sameDay"
              label="Так и задумано: один человек отвечает за несколько мероприятий одного дня"
            />
          )}
          <Dock text={nb(dockText(sheet, version, filledRows(form.values)))}>
            {maySubmit && (
              <SubmitButton name="intent" value="submit">
                Отправить на согласование
              </SubmitButton>
            )}
            <SubmitButton name="intent" value="save" kind={maySubmit ? 'secondary' : 'main'}>
              Сохранить черновик
            </SubmitButton>
          </Dock>
        </Form>
      </Stack>
    </>
  )
}

/** «Строка 5» of a field of the table. */
function rowName(field: string): string | undefined {
  const row = rowOf(field)
  return row === null ? undefined : `Строка ${row + 1}`
}

/** What is written, and what the table on the screen holds when that is another number. */
function dockText({ approved, lines }: PlanSheet, version: PlanVersion, filled: number): string {
  const count = counted(lines.length, 'строка', 'строки', 'строк')
  const kept = filled === lines.length ? `Сохранено: ${count}.` : `Сохранено: ${count}, в таблице заполнено — ${filled}.`
  return approved && version.number > 1 ? `${kept} До утверждения действует редакция ${approved.number}.` : kept
}

/** A row for each one typed or stored. */
function Rows(props: EditPageProps) {
  const { sheet, form } = props
  const columns = columnsOf(sheet.regulation, false)
  const byKey = new Map(sheet.lines.map((shown) => [shown.line.key, shown]))
  return (
    <PlanTable caption="Мероприятия плана" columns={columns} editable>
      {Array.from({ length: rowsTyped(form.values) }, (_, row) => (
        <EditRow {...props} row={row} columns={columns} shown={byKey.get(valueOf(form, `lines.${row}.key`))} />
      ))}
    </PlanTable>
  )
}

/** Someone saved the table while this person was typing. */
function Meanwhile({ sheet, today, person }: EditPageProps & { person: string }) {
  return (
    <Notice tone="wait" title={`Пока вы правили, план сохранил другой человек: ${person}`} live>
      <p>
        {nb(
          'Ваша таблица цела и стоит ниже. Сравните её с записанной, перенесите нужное и сохраните ещё раз: тогда останется ваша.',
        )}
      </p>
      <Details summary={`Что записано сейчас: ${counted(sheet.lines.length, 'строка', 'строки', 'строк')}`}>
        <PlanLines sheet={sheet} today={today} hrefOf={() => undefined} />
      </Details>
    </Notice>
  )
}
