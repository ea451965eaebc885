import { sql } from 'kysely'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { counted } from '../../../kernel/plural.ts'
import { down } from '../../../kit/list/keys.ts'
import { nb, RowLink, RowList, Second, StateTag } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Columns, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import type { Page } from '../../../web/route.ts'
import { freeWords } from '../list.tsx'
import { paths } from '../paths.ts'
import { myPart } from '../ports.ts'
import { asksAnswer, endsFrom, eventsBy, mayCome, type OwnEvent, ownEvents, timesAttended } from '../queries.ts'
import { hasFeed } from '../secrets.ts'
import { placeTags } from '../texts.ts'
import { lengthWords, placeWords, whenWords } from '../when.ts'

const mostShown = 20
const mostWaiting = 5
const holding = sql`m.state in ('confirmed', 'waiting')`

/** A person's own page: where I go, where I was, where I may go. Only one's own stands here. */
export async function myPage({ ctx, tx }: { readonly ctx: Ctx; readonly tx: Tx }): Promise<Page> {
  const [feed, waits, ahead, past, all, free, ...parts] = await Promise.all([
    hasFeed(tx, ctx),
    ownEvents(tx, ctx, { place: sql`true`, where: asksAnswer(ctx) }, mostWaiting),
    ownEvents(tx, ctx, { place: holding, where: sql`e.state = 'open' and ${endsFrom(ctx.now)}` }, mostShown),
    ownEvents(tx, ctx, { place: sql`m.present`, where: sql`true`, order: [down(sql`e.starts_at`), sql`e.id`] }, mostShown),
    timesAttended(tx, ctx),
    eventsBy(tx, ctx, { where: mayCome(ctx) }).page(5, 0),
    ...myPart.parts().map((part) => part(tx, ctx)),
  ])
  const territory = ctx.territory.code
  const line = (row: OwnEvent, more: string) => (
    <>
      <RowLink href={paths.event({ territory, event: row.id })} name={row.title} />
      <Second>{more}</Second>
      {row.mine && row.wasThere !== true && row.state === 'open' && <StateTag {...placeTags[row.mine]} />}
    </>
  )
  const body = (
    <>
      <PageHead title="Моё" more="Куда я иду, куда можно прийти и что уже было" />
      <Columns kind="side">
        <Stack>
          {waits.length > 0 && (
            <Sheet title="Ждёт вас">
              <RowList
                rows={waits.map((row) =>
                  line(
                    row,
                    row.state === 'closed'
                      ? 'Три вопроса, одна минута'
                      : `Решите, придёте ли: ${whenWords(row, ctx.territory)}, ${placeWords(row)}`,
                  ),
                )}
              />
            </Sheet>
          )}
          <Sheet title="Куда я иду">
            {ahead.length === 0 ? (
              <p class="govuk-body">{nb('Вы пока никуда не записаны.')}</p>
            ) : (
              <RowList
                rows={ahead.map((row) => line(row, `${row.siteName}: ${whenWords(row, ctx.territory)}, ${placeWords(row)}`))}
              />
            )}
          </Sheet>
          {parts}
          <Sheet title="Куда можно прийти">
            {free.length === 0 ? (
              <p class="govuk-body">{nb('Сейчас открытых мероприятий нет. Когда площадка объявит новое, оно появится здесь.')}</p>
            ) : (
              <RowList
                rows={free.map((row) => line(row, `${row.siteName}: ${whenWords(row, ctx.territory)}; ${freeWords(row)}`))}
              />
            )}
            {free.length > 0 && <div class="pl-gap" />}
            <ButtonLink kind="secondary" href={paths.events({ territory })}>
              Все мероприятия
            </ButtonLink>
          </Sheet>
        </Stack>
        <Stack label="Что уже было">
          <Sheet title="Что уже было">
            {past.length === 0 ? (
              <p class="govuk-body">{nb('Здесь появятся мероприятия, на которых вас отметили.')}</p>
            ) : (
              <>
                <p class="govuk-body">
                  {nb(`${counted(all.length, 'мероприятие', 'мероприятия', 'мероприятий')}, всего ${lengthWords(all)}`)}
                </p>
                <RowList small rows={past.map((row) => line(row, whenWords(row, ctx.territory)))} />
                {all.length > past.length && <p class="govuk-body pl-small">{nb(`Показаны последние ${past.length}.`)}</p>}
              </>
            )}
          </Sheet>
          <FeedSheet territory={territory} has={feed} />
        </Stack>
      </Columns>
    </>
  )
  return { title: 'Моё', section: 'my', body }
}

/** One's own calendar for a telephone: made, renewed, withdrawn. */
function FeedSheet({ territory, has }: { territory: string; has: boolean }) {
  return (
    <Sheet title="Календарь телефона">
      <p class="govuk-body">
        {nb(
          has
            ? 'Адрес календаря создан: перенесённое и отменённое меняется в телефоне само. Новый адрес отменит прежний.'
            : 'Один адрес, и всё, куда вы идёте, стоит в календаре телефона; перенесённое и отменённое меняется само.',
        )}
      </p>
      <ButtonGroup>
        <Form action={paths.myFeed({ territory })}>
          <SubmitButton kind="secondary">{has ? 'Сменить адрес' : 'Получить адрес календаря'}</SubmitButton>
        </Form>
        {has && (
          <Form action={paths.myFeedEnd({ territory })}>
            <SubmitButton kind="warning">Отозвать адрес</SubmitButton>
          </Form>
        )}
      </ButtonGroup>
    </Sheet>
  )
}
