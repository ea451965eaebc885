import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import type { ApplicationSection } from '../../../regulation/application-questions.ts'
import { nb, SummaryList, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, fieldId } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonGroup, ErrorSummary, Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { ruleText } from '../../../web/refusals.ts'
import { hoursText } from '../../programmes/hours-rules.ts'
import { totalHours } from '../../programmes/rules.ts'
import type { OpenApplication } from '../queries.ts'
import type { SectionState } from '../rules.ts'
import { ruleTexts, sectionNames } from '../texts.ts'
import { aboutRows, Criteria, headRows, organisationRows } from '../view-blocks.tsx'
import { sectionHref, wayTo } from '../wording.ts'

type AnswersPageProps = {
  territory: Pick<Territory, 'code' | 'timeZone'>
  open: OpenApplication
  sections: readonly SectionState[]
  /** When the call ends, in words; null where there is none. */
  deadline: string | null
  /** The lead organisation or the author sends; others only write. */
  maySend: boolean
  form: FormState | null
  conflict: boolean
}

/** Everything as it will be sent, each answer with a link to change it, and what is missing above. (R-33, R-A1) */
export function AnswersPage({ territory, open, sections, deadline, maySend, form, conflict }: AnswersPageProps) {
  const { app } = open
  const at = { territory: territory.code, application: app.id }
  const missing = sections.flatMap((section) => section.missing)
  const errors = missing.map((one) => ({ field: one.field ?? '', message: ruleText(ruleTexts, one) }))
  const general = form?.errors.filter(({ field }) => field === '') ?? []
  return (
    <>
      <Breadcrumbs links={wayTo(territory.code, app)} />
      {conflict && <Notice tone="wait" title="Пока вы проверяли, заявку изменили. Прочтите её снова и отправьте ещё раз" live />}
      <ErrorSummary
        outcome={form ? 'Заявка не отправлена' : 'Отправить пока нельзя'}
        form={{ values: {}, errors: [...general, ...errors] }}
      />
      <PageHead
        title="Проверьте ответы"
        more="Так заявку увидят те, кто её рассматривает. Отправленное сохранится таким, как сейчас."
      />
      <Stack>
        {sections.map(({ code }) => (
          <Sheet
            title={sectionNames[code]}
            id={fieldId(code)}
            aside={
              <TextLink href={sectionHref(at, code)} of={sectionNames[code]}>
                Изменить
              </TextLink>
            }
          >
            <Answers code={code} open={open} at={at} />
          </Sheet>
        ))}
        {missing.length === 0 && !maySend && (
          <Notice title="Всё заполнено. Отправит заявку её автор или руководитель ведущей организации" />
        )}
        {missing.length === 0 && maySend && (
          <Sheet title="Отправить заявку">
            <p>
              {nb(
                `${deadline ? `Приём заявок — до ${deadline}. ` : ''}После отправки правка закроется. Забрать заявку можно, пока по ней не решили.`,
              )}
            </p>
            <Form action={paths.applicationSubmissions(at)} version={app.version}>
              <ButtonGroup>
                <SubmitButton>{app.round === 0 ? 'Отправить заявку' : 'Отправить исправленную заявку'}</SubmitButton>
              </ButtonGroup>
            </Form>
          </Sheet>
        )}
      </Stack>
    </>
  )
}

type AnswersProps = { code: ApplicationSection; open: OpenApplication; at: { territory: string; application: string } }

function Answers({ code, open, at }: AnswersProps): ComponentChildren {
  const { view, regulation } = open
  const fileHref = (file: string) => paths.applicationFile({ ...at, file })
  const joint = view.organisations.length > 1
  switch (code) {
    case 'organisations':
      return view.organisations.map((one) => (
        <div class="pl-gap">
          {joint && <h3 class="govuk-heading-s">{nb(one.shortName)}</h3>}
          <SummaryList rows={organisationRows(one, { regulation, joint })} />
        </div>
      ))
    case 'theme':
      return <SummaryList rows={aboutRows(view)} />
    case 'head':
      return view.head ? <SummaryList rows={headRows(view.head, fileHref)} /> : <Blank />
    case 'adviser':
      return <Adviser open={open} />
    case 'eligibility':
      return <Criteria criteria={view.eligibility} fileHref={fileHref} />
    case 'programme':
      return view.programme ? (
        <p>{nb(`«${view.programme.title}», ${hoursText(totalHours(view.programme.content))}`)}</p>
      ) : (
        <Blank />
      )
  }
}

const Blank = () => <p class="pl-quiet">Не заполнено</p>

function Adviser({ open: { app, view } }: { open: OpenApplication }) {
  if (view.adviser) return <p>{nb([view.adviser.name, view.adviser.post].filter((part) => part !== '').join(', '))}</p>
  return app.adviserName === null ? <Blank /> : <p>Нет</p>
}
