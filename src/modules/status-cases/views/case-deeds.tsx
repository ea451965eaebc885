import { addDays, shortDate } from '../../../kernel/dates.ts'
import { actionsFrom } from '../../../kernel/machine.ts'
import { SubmitButton } from '../../../ui/buttons.tsx'
import { Clause } from '../../../ui/clause.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Details } from '../../../ui/details.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { nb } from '../../../ui/nb.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import { clauseHref } from '../../regulation/links.ts'
import { type CaseAction, machine } from '../machine.ts'
import { asksExplanation, heardOut, mayDraft, maySubmitTo, needsSubmission } from '../rules.ts'
import type { CasePageProps } from './case-props.ts'

/** How long a site usually gets to explain itself. */
const usualDays = 10

/** The form as typed, when it is the one that was refused: forms of one page do not share their fields. */
const typed = (form: FormState | null, name: string): FormState | null => (form && name in form.values ? form : null)

/** Everything this person may do with the case in its state, the next step first. */
export function CaseDeeds(props: CasePageProps) {
  const { one, may } = props
  const can = (action: CaseAction) => actionsFrom(machine, one.state).includes(action)
  const deeds = [
    may.explain && can('explain') && <ExplainSheet {...props} />,
    may.decide && can('draft') && <DraftSheet {...props} />,
    may.propose && can('propose') && maySubmitTo(props.site.regulation, one.kind) && <SubmitSheet {...props} />,
    may.decide && can('askExplanation') && asksExplanation(one.kind) && <AskSheet {...props} />,
    may.sendBack && can('sendBack') && <SendBackSheet {...props} />,
    may.drop && can('drop') && <DropSheet {...props} />,
  ].filter(Boolean)
  return <>{deeds}</>
}

const addressOf = ({ ctx, one }: CasePageProps) => ({ territory: ctx.territory.code, case: one.id })

function ExplainSheet(props: CasePageProps) {
  const form = typed(props.form, 'explanation')
  return (
    <Sheet title="Объясните">
      <Form action={paths.statusCaseExplanations(addressOf(props))} version={props.one.version} guard files>
        <TextArea form={form} name="explanation" label="Что произошло и что будет сделано" rows={6} />
        <FileField
          form={form}
          name="explanationFiles"
          label="Документы"
          hint="PDF, DOCX, XLSX, ODT, JPG или PNG, до 20 МБ каждый, не больше пяти за раз"
          accept=".pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png"
          multiple
        />
        <SubmitButton>Отправить объяснение</SubmitButton>
      </Form>
    </Sheet>
  )
}

function DraftSheet(props: CasePageProps) {
  const { ctx, one, site } = props
  const needed = needsSubmission(site.regulation, one.kind)
  const ready = mayDraft(site.regulation, one, ctx.today)
  if (!ready.ok)
    return needed.value && heardOut(one, ctx.today).ok ? (
      <Sheet title="Приказ">
        <p class="govuk-body pl-small">
          {nb('Сначала оператор отправляет представление: без него статус не прекращают.')}{' '}
          {needed.clause && <Clause number={needed.clause} href={clauseHref(ctx.territory.code, needed.clause)} />}
        </p>
      </Sheet>
    ) : null
  return (
    <Sheet title="Решить приказом">
      <p class="govuk-body pl-small">
        {nb('Проект возьмёт из дела площадку, день и причину. Решение вступит в силу с подписью.')}
      </p>
      <Form action={paths.statusCaseOrders(addressOf(props))} version={one.version}>
        <SubmitButton>Составить проект приказа</SubmitButton>
      </Form>
    </Sheet>
  )
}

function SubmitSheet(props: CasePageProps) {
  const { one, ctx } = props
  if (!heardOut(one, ctx.today).ok) return null
  return (
    <Sheet title="Представление">
      <Form action={paths.statusCaseSubmissions(addressOf(props))} version={one.version} guard>
        <TextArea
          form={typed(props.form, 'submissionText')}
          name="submissionText"
          label="Текст представления"
          hint="Площадка, день, основание, доказательства и объяснение встанут в письмо сами"
          initial={one.submissionText ?? ''}
          rows={6}
        />
        <SubmitButton>Отправить представление</SubmitButton>
      </Form>
    </Sheet>
  )
}

function AskSheet(props: CasePageProps) {
  const { ctx, one } = props
  return (
    <Sheet title="Спросить площадку">
      <Form action={paths.statusCaseExplanationRequests(addressOf(props))} version={one.version}>
        <DateField
          form={typed(props.form, 'dueOn')}
          name="dueOn"
          label="Объяснение нужно до"
          initial={shortDate(addDays(ctx.today, usualDays))}
        />
        <SubmitButton kind="secondary">Запросить объяснение</SubmitButton>
      </Form>
    </Sheet>
  )
}

function SendBackSheet(props: CasePageProps) {
  const form = typed(props.form, 'remark')
  return (
    <Sheet>
      <Details summary="Вернуть представление" open={form !== null}>
        <Form action={paths.statusCaseReturns(addressOf(props))} version={props.one.version} guard>
          <TextArea form={form} name="remark" label="Чего не хватает" rows={3} />
          <SubmitButton kind="secondary">Вернуть</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}

function DropSheet(props: CasePageProps) {
  const form = typed(props.form, 'dropReason')
  return (
    <Sheet>
      <Details summary="Закрыть дело без приказа" open={form !== null}>
        <Form action={paths.statusCaseEndings(addressOf(props))} version={props.one.version} guard>
          <TextArea form={form} name="dropReason" label="Почему" rows={3} />
          <SubmitButton kind="warning">Закрыть дело</SubmitButton>
        </Form>
      </Details>
    </Sheet>
  )
}
