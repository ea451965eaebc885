import { byName } from '../../../kernel/names.ts'
import { DeedForm, DeedSheet, variant } from '../../../kit/deed-sheets.tsx'
import { asked } from '../../../kit/form/fields.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb } from '../../../ui/content.ts'
import { askedFor, Roll, TextField, valuesOf } from '../../../ui/fields.ts'
import { Notice, PageFrame, Sheet, Stack } from '../../../ui/frame.ts'
import { ruleText } from '../../../web/refusals.ts'
import { notFound } from '../../../web/route.ts'
import { namedOn } from '../../organisations/name-queries.ts'
import { peopleToChoose } from '../../people/choice-queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import type { OpenEvent } from '../case.ts'
import { markPresent, pressHere } from '../deeds/hold.ts'
import { addWalkIn } from '../deeds/walk-in.ts'
import type { PlaceState } from '../machine.ts'
import { paths } from '../paths.ts'
import { mayCorrect } from '../rules.ts'
import { placesOf } from '../store.ts'
import { nobodyToMark, ruleTexts } from '../texts.ts'
import { hoursOf, whenWords } from '../when.ts'

/** What is said of a name that nobody waited for. */
const asides: Partial<Record<PlaceState, string>> = { waiting: 'в очереди', came: 'без записи' }

/** Who was there: names with big boxes, for a telephone in one hand. */
export const markPage: ThingPage<OpenEvent> = async (opened, request) => {
  const { one } = opened
  const { ctx, tx, query, refused } = request
  // Two forms stand here: each shows again only what was typed into it.
  const form = refused === markPresent.name ? request.form : null
  if (one.state === 'draft') return notFound
  const places = (await placesOf(tx, ctx, one.id)).filter(
    ({ state, present }) => state === 'confirmed' || state === 'waiting' || state === 'came' || present === true,
  )
  const nameOf = await initialsOf(
    tx,
    ctx,
    places.map(({ personId }) => personId),
  )
  const organisations = places.flatMap(({ organisationId: id }) => (id === null ? [] : [{ id }]))
  const named = new Map(
    (await namedOn(tx, ctx, organisations, hoursOf(one, ctx.territory).day)).map((row) => [row.id, row.shortName]),
  )
  const at = { territory: ctx.territory.code, event: one.id }
  const sorted = places.toSorted((a, b) => byName(nameOf(a.personId), nameOf(b.personId)))
  const marked = sorted.filter(({ present }) => present === true).map(({ id }) => id)
  const byPaper = sorted.find(({ number, present }) => String(number) === query.mark && present !== true)
  const tooLate = mayCorrect(one.closedOn, ctx.today)
  const isTooLate = tooLate.length > 0
  const adds = addWalkIn.offered(ctx, opened)
  const found = adds ? await peopleToChoose(tx, ctx, askedFor(request.form, 'personId')) : null
  const body = (
    <PageFrame
      title="Кто был"
      more={`${one.title}, ${whenWords(one, ctx.territory)}`}
      way={[
        { href: paths.events({ territory: at.territory }), label: 'Мероприятия' },
        { href: paths.event(at), label: one.title },
      ]}
      outcome="Список не сохранён"
      form={request.form}
      before={byPaper && !isTooLate && <PaperNotice name={nameOf(byPaper.personId)} />}
    >
      <Stack>
        <Sheet>
          {one.state === 'cancelled' ? (
            <p class="govuk-body">{nb('Мероприятие отменено, отмечать некого.')}</p>
          ) : isTooLate ? (
            <p class="govuk-body">{nb(tooLate.map((refusal) => ruleText(ruleTexts, refusal)).join('. '))}.</p>
          ) : places.length === 0 ? (
            <p class="govuk-body">{nb(nobodyToMark(adds))}</p>
          ) : (
            <Roll
              form={form}
              action={markPresent.address(ctx, opened)}
              version={one.editVersion}
              name="present[]"
              label="Отметьте тех, кто пришёл"
              initial={byPaper ? [...marked, byPaper.id] : marked}
              rows={sorted.map(({ id, personId, organisationId, state }) => ({
                value: id,
                who: nameOf(personId),
                more: [organisationId && named.get(organisationId), asides[state]].filter(Boolean).join('; '),
              }))}
              button="Сохранить список"
            >
              {sorted.map(({ id }) => (
                <input key={id} type="hidden" name="shown[]" value={id} />
              ))}
              {/* A list that comes back keeps what it was made of: marks of others since are no presses of this one. */}
              {valuesOf(form, 'was[]', marked).map((id) => (
                <input key={id} type="hidden" name="was[]" value={id} />
              ))}
              {valuesOf(form, 'paper[]', byPaper ? [byPaper.id] : []).map((id) => (
                <input key={id} type="hidden" name="paper[]" value={id} />
              ))}
              {one.state === 'closed' && (
                <TextField form={form} name="reason" label="Почему исправляете" hint="Причина останется в истории" />
              )}
            </Roll>
          )}
        </Sheet>
        {found && <DeedSheet opened={opened} request={request} deed={walkIn(opened)} rows={{ personId: found }} />}
      </Stack>
    </PageFrame>
  )
  return { title: `Кто был: ${one.title}`, section: 'events', body }
}

const PaperNotice = ({ name }: { name: string }) => (
  <Notice tone="wait" title={`По листу: ${name}`}>
    <p class="govuk-body">{nb('Отметка поставлена. Сверьте подпись и нажмите «Сохранить список».')}</p>
  </Notice>
)

/** Why somebody is added is asked only of a list that was closed. */
const walkIn = ({ one }: OpenEvent) =>
  one.state === 'closed' ? addWalkIn : { ...addWalkIn, form: asked(addWalkIn.form, { reason: false }) }

/** Opened from the code in the room: one button. */
export const herePage: ThingPage<OpenEvent> = (opened, request) => {
  const { one } = opened
  const { ctx, form, query, params } = request
  const key = query.key ?? form?.values.key ?? ''
  const body = (
    <PageFrame
      title={one.title}
      more={whenWords(one, ctx.territory)}
      way={[{ href: paths.event({ territory: ctx.territory.code, event: one.id }), label: 'Мероприятие' }]}
      outcome="Не отмечено"
      form={form}
    >
      <Sheet title={ctx.actor.name}>
        {pressHere.offered(ctx, opened) ? (
          <DeedForm
            opened={opened}
            request={{ ...request, params }}
            deed={variant(pressHere, { chosen: { key: String(key) } })}
          />
        ) : (
          <p class="govuk-body">{nb('Отметиться можно за полчаса до начала и в течение часа после окончания.')}</p>
        )}
      </Sheet>
    </PageFrame>
  )
  return { title: one.title, section: 'events', body }
}
