import type { ThingRequest } from '../../../kit/thing.ts'
import { lineTypes } from '../../../regulation/fields.ts'
import { Clause, nb, RowList, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, TextArea, TextField, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, Conflict, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { clauseHref } from '../../regulation/links.ts'
import type { OpenReport } from '../case.ts'
import { saveConclusions, submitReport } from '../deeds/write.ts'
import { isOpen } from '../machine.ts'
import { type Assembled, type Criterion, ofReport } from '../model.ts'
import { paths } from '../paths.ts'
import { factsFor, type SupportingFact } from '../supporting-facts.ts'
import { extraLabel } from '../texts.ts'
import { dueWords } from '../wording.ts'
import { ReportTag } from './state-tag.tsx'

export type EditPageProps = {
  opened: OpenReport
  request: ThingRequest
  shown: Assembled
  /** Who saved meanwhile. */
  changedBy: string | null
}

/** What was typed here. A report sent from its own page brings no text, only what it lacks. */
const typedIn = ({ request: { form, refused } }: EditPageProps): FormState | null =>
  refused === saveConclusions.name ? form : null

/** The conclusions of the head, each beside the facts it is about. */
export function EditPage(props: EditPageProps) {
  const { opened, shown, changedBy } = props
  const { ctx, form } = props.request
  const { one, standing } = opened
  const at = { territory: ctx.territory.code, report: one.id }
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.reports(at, { period: one.period }), label: 'Отчёты' },
          { href: paths.report(at), label: shown.site.shortName },
        ]}
      />
      <ErrorSummary outcome="Отчёт не сохранён" form={form} />
      <PageHead
        title={`${opened.kind?.form === 'card' ? 'Показатели' : 'Выводы'}: отчёт ${ofReport(one)}`}
        more={shown.site.fullNames.join(', ')}
        line={[
          <ReportTag standing={standing} />,
          dueWords({ ...standing, late: standing.overdue ? 0 : standing.late }, ctx.today),
        ]}
      />
      {one.state === 'returned' && one.remark && (
        <Notice tone="late" title="Отчёт вернули с замечанием">
          <p>{nb(one.remark)}</p>
        </Notice>
      )}
      {changedBy !== null && (
        <>
          <Conflict what={`выводы сохранил другой человек: ${changedBy}`} fields={bothTexts(props)} />
          <div class="pl-gap" />
        </>
      )}
      {isOpen(one.state) ? (
        <Fields {...props} />
      ) : (
        <Notice tone="wait" title="Отчёт уже сдан, поэтому ваш текст не записан">
          <p>
            {nb('Скопируйте его отсюда. Чтобы внести его, заберите отчёт или дождитесь решения. ')}
            <TextLink href={paths.report(at)}>Открыть отчёт</TextLink>
          </p>
        </Notice>
      )}
    </>
  )
}

/** The fields and the two buttons. */
function Fields(props: EditPageProps) {
  const { opened, request, shown } = props
  const { one } = opened
  const at = { territory: request.ctx.territory.code, report: one.id }
  const maySubmit = submitReport.offered(request.ctx, opened)
  return (
    <Form action={paths.reportEdit(at)} version={one.editVersion} guard>
      <Stack>
        {shown.criteria.map((criterion) => (
          <CriterionFields {...props} criterion={criterion} />
        ))}
        <Columns kind="form">
          <Sheet>
            <TextArea
              {...field(props, 'extra', one.extra)}
              label={extraLabel(shown.criteria)}
              hint={shown.criteria.length > 0 ? 'Можно не заполнять' : 'Положение не задаёт критериев: пишите своими словами'}
              rows={6}
            />
          </Sheet>
          {shown.criteria.length === 0 ? <FactsBeside facts={factsFor('', shown)} at={at} title="О чём говорят факты" /> : null}
        </Columns>
      </Stack>
      <Dock
        text={nb(maySubmit ? 'Сдать можно и после срока: опоздание останется в отчёте.' : 'Сдаёт отчёт руководитель площадки.')}
      >
        {maySubmit && (
          <SubmitButton name="intent" value="submit">
            Сдать отчёт
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="save" kind={maySubmit ? 'secondary' : 'main'}>
          Сохранить черновик
        </SubmitButton>
      </Dock>
    </Form>
  )
}

/** A text as typed, or as stored; with what is wrong with it. */
function field(props: EditPageProps, name: string, stored: string | null = null) {
  const typed = typedIn(props)
  const errors = props.request.form?.errors ?? []
  return { form: { values: typed?.values ?? { [name]: stored ?? '' }, errors }, name }
}

function CriterionFields({ criterion, ...props }: EditPageProps & { criterion: Criterion }) {
  const { opened, request, shown } = props
  const { code, title, clause, type } = criterion
  const at = { territory: request.ctx.territory.code, report: opened.one.id }
  const isFigure = type !== 'text' && lineTypes.some((one) => one === type)
  const common = {
    ...field(props, `conclusions.${code}`, opened.one.conclusions[code]),
    label: title,
    hint: (
      <>
        {criterion.required === false ? 'Можно не заполнять, ' : isFigure ? 'Нужен по ' : 'Вывод по критерию '}
        <Clause number={clause} href={clauseHref(at.territory, clause)} />
      </>
    ),
  }
  if (isFigure)
    return (
      <Sheet>
        <TextField {...common} width={type === 'person' || type === 'organisation' ? 30 : 10} />
      </Sheet>
    )
  return (
    <Columns kind="form">
      <Sheet>
        <TextArea {...common} rows={8} />
      </Sheet>
      <FactsBeside facts={factsFor(code, shown)} at={at} title="На что опереться" label={title} />
    </Columns>
  )
}

type BesideProps = { facts: readonly SupportingFact[]; at: { territory: string; report: string }; title: string; label?: string }

/** The facts that bear on a conclusion; each number opens its lines. */
function FactsBeside({ facts, at, title, label }: BesideProps) {
  return (
    <aside class="pl-sheet" aria-label={label ? `${title}: ${label}` : title}>
      <h2 class="govuk-heading-s">{nb(title)}</h2>
      <RowList
        rows={facts.map(({ name, value, lines }) => (
          <>
            <p class="pl-small pl-quiet">{nb(name)}</p>
            <p>{lines ? <TextLink href={`${paths.report(at, lines)}#lines`}>{value}</TextLink> : nb(value)}</p>
          </>
        ))}
      />
    </aside>
  )
}

/** What this person typed and what is stored now, text by text. */
function bothTexts({ opened: { one }, shown, request: { form } }: EditPageProps) {
  return [
    ...shown.criteria.map(({ code, title }) => ({
      label: title,
      yours: valueOf(form, `conclusions.${code}`),
      theirs: one.conclusions[code] ?? '',
    })),
    { label: extraLabel(shown.criteria), yours: valueOf(form, 'extra'), theirs: one.extra ?? '' },
  ]
}
