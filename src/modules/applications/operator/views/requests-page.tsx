import type { Territory } from '../../../../authz/ctx.ts'
import { longDate } from '../../../../kernel/dates.ts'
import type { Day } from '../../../../kernel/types.ts'
import { nb, RowList, StateTag, TextLink } from '../../../../ui/content.ts'
import { DateField, FileField, Form, type FormState, TextArea } from '../../../../ui/fields.ts'
import { Breadcrumbs, Columns, Empty, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import { fileSize } from '../../evidence/wording.ts'
import type { Application } from '../../model.ts'
import { applicationTitle } from '../../queries.ts'
import { momentOf } from '../../wording.ts'
import { RequestLine } from '../case-blocks.tsx'
import type { InformationRequest } from '../model.ts'
import { requestStateNames, requestStateTones } from '../texts.ts'

type Common = { territory: Pick<Territory, 'code' | 'timeZone'>; today: Day; app: Application; form: FormState | null }

export type RequestsPageProps = Common & {
  requests: readonly InformationRequest[]
  mayAsk: boolean
  mayAnswer: boolean
}

/** «Нужны сведения»: everything asked about a case, and a question more. */
export function RequestsPage({ territory, today, app, form, requests, mayAsk, mayAnswer }: RequestsPageProps) {
  const at = { territory: territory.code, application: app.id }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.application(at), label: applicationTitle(app) }]} />
      <ErrorSummary outcome="Запрос не отправлен" form={form} />
      <PageHead title="Запросы сведений" more="Вопросы по заявке. Ход дела они не останавливают" />
      <Columns kind="form">
        <div>
          {requests.length === 0 ? (
            <Empty picture="paper" title="Вопросов пока нет">
              <p>Когда по заявке понадобится что-то узнать, вопрос и ответ будут здесь.</p>
            </Empty>
          ) : (
            <Sheet title="Вопросы и ответы">
              <RowList rows={requests.map((request) => <RequestLine {...{ territory, today, request, mayAnswer }} />)} />
            </Sheet>
          )}
        </div>
        <div>
          {mayAsk && (
            <Sheet title="Спросить">
              <Form action={paths.applicationRequests(at)} guard>
                <TextArea form={form} name="question" label="Что нужно узнать или прислать" rows={4} />
                <DateField form={form} name="dueOn" label="Ответить до" hint="Можно не ставить. Например, 15.06.2022" />
                <SubmitButton>Отправить запрос</SubmitButton>
              </Form>
            </Sheet>
          )}
        </div>
      </Columns>
    </>
  )
}

export type AnswerPageProps = Common & { request: InformationRequest; mayAnswer: boolean; mayWithdraw: boolean }

/** One question: what was asked, and the answer or the form for it. */
export function AnswerPage({ territory, app, form, request, mayAnswer, mayWithdraw }: AnswerPageProps) {
  const at = { territory: territory.code, application: app.id, request: request.id }
  const { state, dueOn, askedByName, askedAt } = request
  const asked = `${askedByName}, ${momentOf(askedAt, territory.timeZone)}`
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.application(at), label: applicationTitle(app) },
          { href: paths.applicationRequests(at), label: 'Запросы сведений' },
        ]}
      />
      <ErrorSummary outcome="Не отправлено" form={form} />
      <PageHead
        title="Нужны сведения"
        more={asked}
        line={[
          <StateTag tone={requestStateTones[state]} word={requestStateNames[state]} />,
          dueOn !== null && state === 'asked' ? `ответить до ${longDate(dueOn)}` : null,
        ]}
      />
      <Stack>
        <Sheet title="Вопрос">
          <p class="pl-pre">{nb(request.question)}</p>
          {mayWithdraw && (
            <Form action={paths.applicationRequestWithdrawal(at)}>
              <SubmitButton kind="secondary">Отозвать запрос</SubmitButton>
            </Form>
          )}
        </Sheet>
        {state === 'answered' && <Answered territory={territory} at={at} request={request} />}
        {state === 'asked' && mayAnswer && <AnswerForm action={paths.applicationAnswer(at)} form={form} />}
      </Stack>
    </>
  )
}

function AnswerForm({ action, form }: { action: string; form: FormState | null }) {
  return (
    <Sheet title="Ответ">
      <Form action={action} files guard>
        <TextArea form={form} name="answer" label="Ответ" rows={6} />
        <FileField
          form={form}
          name="files"
          label="Файлы"
          hint="PDF, DOCX, XLSX, ODT, JPG или PNG, до 100 МБ каждый, не больше пяти"
          accept=".pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png"
          multiple
        />
        <SubmitButton>Ответить</SubmitButton>
      </Form>
    </Sheet>
  )
}

type AnsweredProps = {
  territory: Pick<Territory, 'timeZone'>
  at: { territory: string; application: string }
  request: InformationRequest
}

function Answered({ territory, at, request }: AnsweredProps) {
  return (
    <Sheet title="Ответ">
      <p class="pl-pre">{nb(request.answer ?? '')}</p>
      {request.files.length > 0 && (
        <ul class="govuk-list">
          {request.files.map(({ id, name, size }) => (
            <li>
              <TextLink href={paths.applicationFile({ ...at, file: id })}>{name}</TextLink>{' '}
              <span class="pl-quiet">{fileSize(size)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="pl-quiet">{nb(`${request.answeredByName}, ${momentOf(request.answeredAt!, territory.timeZone)}`)}</p>
    </Sheet>
  )
}
