import { longDate } from '../../../../kernel/dates.ts'
import { DeedForm, DeedSheet, DeedSheets, variant } from '../../../../kit/deed-sheets.tsx'
import type { ThingPage } from '../../../../kit/thing.ts'
import { nb, RowList, StateTag, TextLink } from '../../../../ui/content.ts'
import { Columns, Empty, PageFrame, Sheet, Stack } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import { notFound } from '../../../../web/route.ts'
import type { ApplicationCase } from '../../case.ts'
import { fileSize } from '../../evidence/wording.ts'
import { applicationTitle } from '../../queries.ts'
import { momentOf } from '../../wording.ts'
import { RequestLine } from '../case-blocks.tsx'
import { mayAnswer } from '../case-queries.ts'
import { answerInformation, askInformation, withdrawRequest } from '../deeds.ts'
import { requestsOf } from '../queries.ts'
import { requestStateNames, requestStateTones } from '../texts.ts'

type Page = ThingPage<ApplicationCase>
const section = 'applications' as const

/** «Нужны сведения»: everything asked about a case, and a question more. */
export const requestsPage: Page = async (found, request) => {
  const { ctx, tx, form } = request
  const at = { territory: ctx.territory.code, application: found.one.id }
  const requests = await requestsOf(tx, ctx, found.one.id)
  const answers = mayAnswer(ctx, found)
  const body = (
    <PageFrame
      way={[{ href: paths.application(at), label: applicationTitle(found.one) }]}
      outcome="Запрос не отправлен"
      form={form}
      title="Запросы сведений"
      more="Вопросы по заявке. Ход дела они не останавливают"
    >
      <Columns kind="form">
        <div>
          {requests.length === 0 ? (
            <Empty picture="paper" title="Вопросов пока нет">
              <p>Когда по заявке понадобится что-то узнать, вопрос и ответ будут здесь.</p>
            </Empty>
          ) : (
            <Sheet title="Вопросы и ответы">
              <RowList rows={requests.map((one) => <RequestLine ctx={ctx} request={one} mayAnswer={answers} />)} />
            </Sheet>
          )}
        </div>
        <div>
          <DeedSheets deeds={[askInformation]} opened={found} request={request} />
        </div>
      </Columns>
    </PageFrame>
  )
  return { title: 'Запросы сведений', section, body }
}

/** One question: what was asked, and the answer or the form for it. */
export const answerPage: Page = async (found, request) => {
  const { ctx, tx, params, form } = request
  const asked = (await requestsOf(tx, ctx, found.one.id)).find(({ id }) => id === params.request)
  if (!asked) return notFound
  const { id, state, dueOn, answer, answeredAt, files } = asked
  const at = { territory: ctx.territory.code, application: found.one.id }
  const moment = (when: Date) => momentOf(when, ctx.territory.timeZone)
  const chosen = { request: id }
  const body = (
    <PageFrame
      way={[
        { href: paths.application(at), label: applicationTitle(found.one) },
        { href: paths.applicationRequests(at), label: 'Запросы сведений' },
      ]}
      outcome="Не отправлено"
      form={form}
      title="Нужны сведения"
      more={`${asked.askedByName}, ${moment(asked.askedAt)}`}
      line={[
        <StateTag tone={requestStateTones[state]} word={requestStateNames[state]} />,
        dueOn !== null && state === 'asked' ? `ответить до ${longDate(dueOn)}` : null,
      ]}
    >
      <Stack>
        <Sheet title="Вопрос">
          <p class="pl-pre">{nb(asked.question)}</p>
          {state === 'asked' && withdrawRequest.offered(ctx, found, chosen) && (
            <DeedForm deed={variant(withdrawRequest, { chosen })} opened={found} request={request} />
          )}
        </Sheet>
        {state === 'answered' && answeredAt && (
          <Sheet title="Ответ">
            <p class="pl-pre">{nb(answer ?? '')}</p>
            {files.length > 0 && (
              <ul class="govuk-list">
                {files.map((file) => (
                  <li>
                    <TextLink href={paths.applicationFile({ ...at, file: file.id })}>{file.name}</TextLink>{' '}
                    <span class="pl-quiet">{fileSize(file.size)}</span>
                  </li>
                ))}
              </ul>
            )}
            <p class="pl-quiet">{nb(`${asked.answeredByName}, ${moment(answeredAt)}`)}</p>
          </Sheet>
        )}
        {state === 'asked' && mayAnswer(ctx, found) && (
          <DeedSheet deed={variant(answerInformation, { chosen })} opened={found} request={request} />
        )}
      </Stack>
    </PageFrame>
  )
  return { title: 'Нужны сведения', section, body }
}
