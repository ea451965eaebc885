import type { Ctx } from '../../../authz/ctx.ts'
import { nb, StateTag, SummaryList } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, Columns, ErrorSummary, Notice, PageHead, Sheet, SubmitButton } from '../../../ui/frame.ts'
import type { OpenEvent } from '../case.ts'
import { holdsPlace } from '../rules.ts'
import type { Place } from '../store.ts'
import { placeTags } from '../texts.ts'
import { placeWords, whenWords } from '../when.ts'

type AnswerProps = {
  readonly ctx: Ctx
  readonly event: OpenEvent
  readonly place: Place
  readonly address: string
  readonly may: { readonly comes: boolean; readonly declines: boolean }
  readonly problems: readonly string[]
  readonly done: string | null
}

/** One question to somebody who is sent: will you come. */
export function AnswerPage({ ctx, event: { one, site }, place, address, may, problems, done }: AnswerProps) {
  const form = problems.length > 0 ? { values: {}, errors: problems.map((message) => ({ field: '', message })) } : null
  const holds = holdsPlace(place.state)
  const asked = { yes: may.comes && !holds, no: may.declines && (holds || place.state === 'offered') }
  return (
    <>
      <ErrorSummary outcome="Ответ не записан" form={form} />
      {done && <Notice title={done} tone="ok" />}
      <PageHead title={one.title} more={site.name} large />
      <Columns kind="form">
        <Sheet title={ctx.actor.name}>
          <SummaryList
            rows={[
              { key: 'Когда', value: whenWords(one, ctx.territory) },
              { key: 'Где', value: placeWords(one) },
              one.link !== null &&
                place.state === 'confirmed' && {
                  key: 'Ссылка',
                  value: (
                    <a class="govuk-link" href={one.link} rel="noreferrer">
                      {one.link}
                    </a>
                  ),
                },
              { key: 'Ваш ответ', value: <StateTag {...placeTags[place.state]} /> },
              one.cancelReason && { key: 'Почему отменено', value: one.cancelReason },
            ]}
          />
          {asked.yes || asked.no ? (
            <Form action={address} plain>
              <ButtonGroup>
                {asked.yes && (
                  <SubmitButton name="answer" value="yes">
                    Приду
                  </SubmitButton>
                )}
                {asked.no && (
                  <SubmitButton name="answer" value="no" kind="secondary">
                    Не приду
                  </SubmitButton>
                )}
              </ButtonGroup>
            </Form>
          ) : (
            <p class="govuk-body">
              {nb(
                one.state === 'cancelled'
                  ? 'Мероприятие отменено: отвечать не нужно.'
                  : holds && one.startsAt <= ctx.now
                    ? 'Мероприятие уже идёт: отвечать больше не нужно.'
                    : 'Записаться на это мероприятие сейчас нельзя: спросите того, кто вас направил.',
              )}
            </p>
          )}
        </Sheet>
      </Columns>
    </>
  )
}
