import type { ComponentChildren } from 'preact'
import { ruleTexts } from '../../../kit/install.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import type { ApplicationSection } from '../../../regulation/intake/questions.ts'
import { nb, SummaryList, TextLink } from '../../../ui/content.ts'
import { Form, fieldId } from '../../../ui/fields.ts'
import { ButtonGroup, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { ruleText } from '../../../web/refusals.ts'
import { seeOther } from '../../../web/route.ts'
import { callById } from '../../calls/queries.ts'
import { momentWords } from '../../calls/rules.ts'
import { hoursText } from '../../programmes/hours-rules.ts'
import { totalHours } from '../../programmes/rules.ts'
import type { ApplicationCase } from '../case.ts'
import { submitApplication } from '../deeds/send.ts'
import type { OpenApplication } from '../queries.ts'
import { isWritable, sectionStates } from '../rules.ts'
import { sectionNames } from '../texts.ts'
import { unsentOf } from '../unsent.ts'
import { aboutRows, Criteria, headRows, organisationRows, ownRows } from '../view-blocks.tsx'
import { opened } from '../view-queries.ts'
import { sectionHref, wayTo } from '../wording.ts'
import { applicationPage } from './case-page.tsx'

/** Everything as it will be sent, each answer with a link to change it, and what is missing above. (R-33, R-A1) */
export const answersPage: ThingPage<ApplicationCase> = async (found, request) => {
  const { ctx, tx, form, conflict } = request
  const { one } = found
  const at = { territory: ctx.territory.code, application: one.id }
  if (!isWritable(one.state)) return conflict ? applicationPage(found, request) : seeOther(paths.application(at))
  const call = one.callId !== null && one.state === 'draft' ? await callById(tx, ctx, one.callId) : null
  const open = await opened(tx, ctx, found)
  const sections = sectionStates(await unsentOf(tx, ctx, open))
  const missing = sections.flatMap((section) => section.missing)
  const errors = missing.map((lack) => ({ field: lack.field ?? '', message: ruleText(ruleTexts(), lack) }))
  const general = form?.errors.filter(({ field }) => field === '') ?? []
  const deadline = call ? `Приём заявок — до ${momentWords(call.closesAt, call)}. ` : ''
  const body = (
    <PageFrame
      way={wayTo(at.territory, one)}
      outcome={form ? 'Заявка не отправлена' : 'Отправить пока нельзя'}
      form={{ values: {}, errors: [...general, ...errors] }}
      before={
        conflict && <Notice tone="wait" title="Пока вы проверяли, заявку изменили. Прочтите её снова и отправьте ещё раз" live />
      }
      title="Проверьте ответы"
      more="Так заявку увидят те, кто её рассматривает. Отправленное сохранится таким, как сейчас."
    >
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
        {missing.length === 0 && !submitApplication.offered(ctx, found) && (
          <Notice title="Всё заполнено. Отправит заявку её автор или руководитель ведущей организации" />
        )}
        {missing.length === 0 && submitApplication.offered(ctx, found) && (
          <Sheet title="Отправить заявку">
            <p>{nb(`${deadline}После отправки правка закроется. Забрать заявку можно, пока по ней не решили.`)}</p>
            <Form action={submitApplication.address(ctx, found)} version={one.editVersion}>
              <ButtonGroup>
                <SubmitButton>{one.round === 0 ? 'Отправить заявку' : 'Отправить исправленную заявку'}</SubmitButton>
              </ButtonGroup>
            </Form>
          </Sheet>
        )}
      </Stack>
    </PageFrame>
  )
  return { title: 'Проверьте ответы', section: 'applications', body }
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
    case 'own':
      return <SummaryList rows={ownRows(view, regulation, fileHref)} />
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
